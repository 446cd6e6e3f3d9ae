import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildPage } from '../../../tools/launcher/buildPage.mjs';
import { findNode } from '../../../tools/launcher/findNode.mjs';
import { anyFreePort } from '../../../tools/launcher/freePort.mjs';
import { openLog } from '../../../tools/launcher/openLog.mjs';
import { dataDirectory, root } from '../../../tools/launcher/paths.mjs';
import {
  committedConfigFiles,
  portalSettings,
} from '../../../tools/launcher/portalSettings.mjs';
import { Progress } from '../../../tools/launcher/Progress.mjs';
import { keptSecrets, newSecrets } from '../../../tools/launcher/secrets.mjs';
import { startPortal } from '../../../tools/launcher/startPortal.mjs';
import { findChromium } from './findChromium.mjs';

/**
 * Playwright's global set-up: the real portal with its demo, on a port of its
 * own and with databases of its own. PORTAL_URL runs the tests against a portal
 * of this checkout that `npm start` has started.
 *
 * @returns {Promise<() => Promise<void>>} the tear-down
 */
export default async function setUpPortal() {
  // Unpacked here, before the workers would do it side by side.
  await findChromium();

  if (process.env.PORTAL_URL) {
    announce({
      url: process.env.PORTAL_URL,
      secrets: keptSecrets({ directory: dataDirectory }),
    });
    return async () => {};
  }

  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-'));
  const progress = new Progress();
  const log = openLog(path.join(root, 'test-results/portal.log'));
  const secrets = newSecrets();
  const { node, env: toolEnv } = await findNode({ progress, log });
  const env = {
    ...toolEnv,
    ...secrets,
    APP_CONFIG_backend_listen_port: String(await anyFreePort()),
    APP_CONFIG_backend_database_connection_directory: directory,
  };
  const settings = await portalSettings({
    ...{ node, env, files: committedConfigFiles() },
  });
  await buildPage({ node, env, settings, progress, log });
  const portal = await startPortal({ node, env, settings, progress, log });
  announce({ url: portal.url, secrets });

  return async () => {
    await portal.stop();
    fs.rmSync(directory, { recursive: true, force: true });
  };
}

/** Tells the workers, which inherit the environment. */
function announce({ url, secrets }) {
  process.env.PORTAL_URL = url;
  process.env.PORTAL_CI_TOKEN = secrets.MATURITY_CI_TOKEN;
  process.env.PORTAL_GITHUB_SECRET = secrets.MATURITY_GITHUB_WEBHOOK_SECRET;
  process.env.PORTAL_WEBHOOK_SECRET = secrets.MATURITY_WEBHOOK_SECRET;
}
