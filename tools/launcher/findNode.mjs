import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { run } from './childProcesses.mjs';
import { LauncherError } from './LauncherError.mjs';
import { root } from './paths.mjs';

const MAJOR = 22;
const FIRST_MINOR = 12;
const manifests = path.join(root, 'tools/toolchain');
const installed = path.join(root, '.toolchain');

/**
 * Node.js as the portal needs it: the one that runs this script where it fits,
 * otherwise the one of tools/toolchain, installed into the checkout by npm.
 *
 * @remarks
 *
 * Fitting takes the headers too: with `npm_config_nodedir` pointing at them,
 * native add-ons are compiled without downloading anything but npm packages.
 *
 * @param {{ progress: import('./Progress.mjs').Progress, log: { write(text: string): void } }} options
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>} the binary and an
 * environment in which it comes first
 */
export async function findNode({ progress, log }) {
  const own = path.dirname(path.dirname(fs.realpathSync(process.execPath)));
  if (fitsVersion(process.versions.node) && hasHeaders(own)) {
    return environmentOf(own);
  }
  const toolchain = path.join(installed, 'node_modules', toolchainPackage());
  if (!isCurrent(toolchain)) {
    await progress.step(
      `Installing Node.js ${MAJOR} beside ${process.version}`,
      async report => {
        await installToolchain({ log });
        report(`Node.js ${versionOf(toolchain)} installed in .toolchain`);
      },
      { long: 'about 10 s, once' },
    );
  }
  return environmentOf(toolchain);
}

function fitsVersion(version) {
  const [major, minor] = version.split('.').map(Number);
  return major === MAJOR && minor >= FIRST_MINOR;
}

function hasHeaders(prefix) {
  return fs.existsSync(path.join(prefix, 'include/node/node_api.h'));
}

function environmentOf(prefix) {
  const bin = path.join(prefix, 'bin');
  return {
    node: path.join(bin, 'node'),
    env: {
      ...process.env,
      PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
      npm_config_nodedir: prefix,
    },
  };
}

function toolchainPackage() {
  const { platform, arch } = process;
  const { optionalDependencies } = JSON.parse(
    fs.readFileSync(path.join(manifests, 'package.json'), 'utf8'),
  );
  const name = Object.keys(optionalDependencies).find(candidate =>
    candidate.endsWith(`-${platform}-${arch}`),
  );
  if (!name) {
    throw new LauncherError(
      `There is no Node.js ${MAJOR} for ${platform}-${arch} in tools/toolchain. Install Node.js ${MAJOR}.${FIRST_MINOR} or newer with its headers, and start again.`,
    );
  }
  return name;
}

function isCurrent(toolchain) {
  const lock = 'package-lock.json';
  return (
    fs.existsSync(path.join(toolchain, 'bin/node')) &&
    fs.existsSync(path.join(installed, lock)) &&
    fs
      .readFileSync(path.join(installed, lock))
      .equals(fs.readFileSync(path.join(manifests, lock)))
  );
}

async function installToolchain({ log }) {
  fs.mkdirSync(installed, { recursive: true });
  fs.copyFileSync(
    path.join(manifests, 'package.json'),
    path.join(installed, 'package.json'),
  );
  const lock = path.join(installed, 'package-lock.json');
  fs.copyFileSync(path.join(manifests, 'package-lock.json'), lock);
  try {
    await run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: installed,
      env: process.env,
      what: 'npm ci in .toolchain',
      log,
    });
  } catch (error) {
    // Not taken for installed the next time.
    fs.rmSync(lock, { force: true });
    throw error;
  }
}

function versionOf(toolchain) {
  try {
    return execFileSync(path.join(toolchain, 'bin/node'), ['--version'], {
      encoding: 'utf8',
    })
      .trim()
      .replace(/^v/, '');
  } catch {
    throw new LauncherError(
      `The Node.js that npm installed in ${toolchain} does not run on this machine. Install Node.js ${MAJOR}.${FIRST_MINOR} or newer with its headers, and start again.`,
    );
  }
}
