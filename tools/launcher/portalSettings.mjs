import fs from 'node:fs';
import path from 'node:path';
import { run } from './childProcesses.mjs';
import { root } from './paths.mjs';

/** The address that app-config.yaml comes with. */
const DEFAULT_URL = 'http://localhost:7007';

/**
 * @typedef {object} PortalSettings
 * @property {string[]} configFiles - later ones win
 * @property {NodeJS.ProcessEnv} env - settings that the portal gets by its
 * environment
 * @property {string | undefined} host - the one that it listens on
 * @property {number} port
 * @property {boolean} https
 * @property {string} url - where the page is
 * @property {boolean} demo - whether the demo organisation will be loaded
 * @property {unknown} page - what the build of the page depends on
 */

/** The configuration that is the same everywhere, with the demo. */
export function committedConfigFiles() {
  return ['app-config.yaml', 'app-config.demo.yaml'].map(name =>
    path.join(root, name),
  );
}

/** The configuration of `npm start`: also what is set for this machine. */
export function configFiles() {
  const local = path.join(root, 'app-config.local.yaml');
  return [...committedConfigFiles(), ...(fs.existsSync(local) ? [local] : [])];
}

/**
 * What the configuration says, read the way Backstage reads it: files in order,
 * then `APP_CONFIG_*`.
 *
 * @param {{ node: string, env: NodeJS.ProcessEnv, files: string[] }} options -
 * `env` also fills in the `${...}` of the files
 * @returns {Promise<PortalSettings>}
 */
export async function portalSettings({ node, env, files }) {
  const found = JSON.parse(
    await run(
      node,
      [path.join(root, 'tools/launcher/printSettings.mjs'), root, ...files],
      { cwd: root, env, what: 'Reading the configuration' },
    ),
  );
  const follow =
    found.appUrl === DEFAULT_URL &&
    found.backendUrl === DEFAULT_URL &&
    found.port !== Number(new URL(DEFAULT_URL).port);
  const url = follow ? `http://localhost:${found.port}` : found.appUrl;
  return {
    configFiles: files,
    // One key moves the portal to another port: addresses that nobody has set
    // follow it.
    env: follow
      ? { APP_CONFIG_app_baseUrl: url, APP_CONFIG_backend_baseUrl: url }
      : {},
    host: found.host,
    port: found.port,
    https: found.https,
    url,
    demo: found.demo,
    page: { packages: found.packages, path: new URL(url).pathname },
  };
}
