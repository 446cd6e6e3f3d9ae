import fs from 'node:fs';
import path from 'node:path';
import { run } from './childProcesses.mjs';
import { hashFiles } from './hashFiles.mjs';
import { root } from './paths.mjs';
import { workspaces } from './workspaces.mjs';

/** Inside node_modules, so that it goes when they go. */
const stamp = path.join(root, 'node_modules/.installed-from');

/**
 * Installs what yarn.lock says, when it or a package.json has changed since the
 * last install that went well.
 *
 * @param {{ node: string, env: NodeJS.ProcessEnv, progress: import('./Progress.mjs').Progress, log: { write(text: string): void } }} options
 */
export async function installDependencies({ node, env, progress, log }) {
  const wanted = hashFiles(
    [
      'package.json',
      'yarn.lock',
      '.yarnrc.yml',
      ...workspaces().map(({ directory }) => `${directory}/package.json`),
    ],
    { also: { platform: process.platform, arch: process.arch } },
  );
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  await progress.step(
    'Installing packages',
    async report => {
      await run(node, [yarn(), 'install', '--immutable'], {
        cwd: root,
        env: { ...env, ...(await yarnSettingsFromNpm(env)) },
        what: 'yarn install',
        log,
      });
      fs.writeFileSync(stamp, wanted);
      report('Packages installed');
    },
    { long: 'one to three minutes, once' },
  );
}

/** The yarn that the repository brings; none has to be installed. */
export function yarn() {
  const releases = path.join(root, '.yarn/releases');
  const [release] = fs.readdirSync(releases).sort().reverse();
  return path.join(releases, release);
}

/**
 * What npm has been told about the network, in the words of yarn: behind a
 * company's mirror or proxy the one set-up is enough. Settings that are made
 * for yarn itself win.
 */
async function yarnSettingsFromNpm(env) {
  const names = {
    registry: ['YARN_NPM_REGISTRY_SERVER'],
    cafile: ['YARN_HTTPS_CA_FILE_PATH'],
    'https-proxy': ['YARN_HTTPS_PROXY', 'YARN_HTTP_PROXY'],
  };
  const answer = await run('npm', ['config', 'get', ...Object.keys(names)], {
    cwd: root,
    env,
    what: 'npm config get',
  });
  const settings = {};
  for (const line of answer.split('\n')) {
    const [, key, value] = line.match(/^([\w-]+)\s*=\s*(.+)$/) ?? [];
    for (const variable of names[key] ?? []) {
      if (value !== 'null' && value !== '' && env[variable] === undefined) {
        settings[variable] = value;
      }
    }
  }
  return settings;
}
