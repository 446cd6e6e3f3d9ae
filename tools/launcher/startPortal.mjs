import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import readline from 'node:readline';
import { lastLines, startChild, stopChild } from './childProcesses.mjs';
import { errorsInLog } from './errorsInLog.mjs';
import { LauncherError } from './LauncherError.mjs';
import { root } from './paths.mjs';

const COLOURS = /\x1b\[[0-9;]*m/g;

/** How much of the log is kept to say why the portal ended. */
const KEPT_LINES = 200;

/** A log line in which the demo says how far it is. */
const DEMO_LINE = /(?:^|\s)demo: (.*)$/;
const DEMO_LOADED = /^(ready|already loaded)/;
/** It has given up; the portal itself goes on. */
const DEMO_ENDED = /^(stopped|could not|all events are sent, but)/;

/**
 * Starts the backend, which serves the page too, and waits until both answer
 * and the demo is loaded.
 *
 * @param {{
 *   node: string,
 *   env: NodeJS.ProcessEnv,
 *   settings: import('./portalSettings.mjs').PortalSettings,
 *   progress: import('./Progress.mjs').Progress,
 *   log: { write(text: string): void },
 *   verbose?: boolean,
 * }} options
 * @returns {Promise<{ url: string, exited: Promise<string>, stop: () => Promise<void> }>}
 * `exited` resolves when the portal ends by itself, with the end of its log
 */
export async function startPortal(options) {
  const { node, env, settings, progress, log, verbose } = options;
  const directory = path.join(root, 'packages/backend');
  const child = startChild(
    node,
    [
      ...['--require', path.join(root, 'tools/launcher/stopWithLauncher.cjs')],
      '--enable-source-maps',
      ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      'src/index',
      ...settings.configFiles.flatMap(file => ['--config', file]),
    ],
    {
      cwd: directory,
      env: {
        NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/compiled'),
        ...env,
        ...settings.env,
        // Also what lets the demo users in.
        NODE_ENV: 'development',
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );

  let tail = '';
  const demo = demoProgress();
  for (const stream of [child.stdout, child.stderr]) {
    readline.createInterface({ input: stream }).on('line', line => {
      log.write(`${line}\n`);
      tail = lastLines(`${tail}\n${line}`, KEPT_LINES);
      if (verbose) {
        progress.say(line);
      }
      demo.read(line);
    });
  }
  const exited = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(tail));
  });
  const diedEarly = exited.then(end => {
    throw new LauncherError(
      `The portal ended while it was starting:\n\n${errorsInLog(end, 20)}`,
    );
  });
  // Awaited in races only; an end after the start is no failure of the start.
  diedEarly.catch(() => {});

  try {
    await progress.step('Starting the portal', async report => {
      await Promise.race([answering(settings), diedEarly]);
      report('Portal started');
    });
    if (settings.demo) {
      await progress.step('Loading the demo organisation', async report => {
        demo.onProgress = text => report(`Demo: ${text}`);
        const problem = await Promise.race([demo.ended, diedEarly]);
        report(problem ? `Demo: ${problem}` : 'Demo organisation loaded');
      });
    }
  } catch (error) {
    await stopChild(child);
    throw error;
  }
  return { url: settings.url, exited, stop: () => stopChild(child) };
}

/** Follows the log; `ended` resolves with what went wrong, if anything did. */
function demoProgress() {
  let end;
  const demo = {
    onProgress: undefined,
    ended: new Promise(resolve => {
      end = resolve;
    }),
    read(line) {
      const [, text] = line.replace(COLOURS, '').match(DEMO_LINE) ?? [];
      if (text === undefined) {
        return;
      }
      if (DEMO_LOADED.test(text)) {
        end(undefined);
      } else if (DEMO_ENDED.test(text)) {
        end(text.trim());
      } else {
        demo.onProgress?.(text.trim());
      }
    },
  };
  return demo;
}

/** Resolves once the backend is ready and page and API answer. */
async function answering(settings) {
  const page = new URL(settings.url);
  for (;;) {
    const [health, html, api] = await Promise.all([
      statusOf(settings, '/.backstage/health/v1/readiness'),
      statusOf(settings, page.pathname),
      statusOf(settings, '/api/maturity/v1/models'),
    ]);
    // The API wants to know who asks; that it says so is an answer.
    if (health === 200 && html === 200 && (api === 401 || api === 200)) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

/** @returns {Promise<number | undefined>} */
function statusOf(settings, pathname) {
  const { request } = settings.https ? https : http;
  return new Promise(resolve => {
    const call = request(
      {
        host: settings.host ?? '127.0.0.1',
        port: settings.port,
        path: pathname,
        timeout: 5000,
        // The certificate is for the public name, this is the loopback address.
        rejectUnauthorized: false,
        agent: false,
      },
      response => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    call.once('error', () => resolve(undefined));
    call.once('timeout', () => call.destroy());
    call.end();
  });
}
