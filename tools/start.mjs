import path from 'node:path';
import { buildPage } from './launcher/buildPage.mjs';
import { findNode } from './launcher/findNode.mjs';
import { requireFreePort } from './launcher/freePort.mjs';
import { installDependencies } from './launcher/installDependencies.mjs';
import { LauncherError } from './launcher/LauncherError.mjs';
import { openLog } from './launcher/openLog.mjs';
import { dataDirectory, root } from './launcher/paths.mjs';
import { configFiles, portalSettings } from './launcher/portalSettings.mjs';
import { Progress } from './launcher/Progress.mjs';
import { runToEnd } from './launcher/runToEnd.mjs';
import { keptSecrets } from './launcher/secrets.mjs';
import { startPortal } from './launcher/startPortal.mjs';

const HELP = `npm start [-- --verbose]

Starts the portal with its demo organisation: brings Node.js 22 and the packages
where they are missing, builds the page where it has changed, and serves page
and API on one port.

  --verbose   show the portal's log, which otherwise goes to data/portal.log

Ports, database and demo are Backstage configuration: app-config.local.yaml, or
environment variables such as APP_CONFIG_backend_listen_port.
`;

await runToEnd(async ({ interrupted }) => {
  const options = process.argv.slice(2);
  if (options.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const verbose = options.includes('--verbose');
  const progress = new Progress();

  await requireFreePortEarly();
  const log = openLog(path.join(dataDirectory, 'portal.log'));
  const { node, env: toolEnv } = await findNode({ progress, log });
  await installDependencies({ node, env: toolEnv, progress, log });

  const env = { ...toolEnv, ...keptSecrets({ directory: dataDirectory }) };
  const settings = await portalSettings({ node, env, files: configFiles() });
  await requireFreePort(settings);
  await buildPage({ node, env, settings, progress, log });
  const portal = await startPortal({
    ...{ node, env, settings, progress, log, verbose },
  });

  const logFile = path.relative(root, log.file);
  progress.say(
    `\nThe portal is ready at ${portal.url} (Ctrl-C stops it, its log is ${logFile})`,
  );
  const ended = await Promise.race([portal.exited, interrupted]);
  if (ended !== undefined) {
    throw new LauncherError(`The portal has ended by itself:\n\n${ended}`);
  }
  progress.say('\nStopping the portal');
  await portal.stop();
  return 0;
});

/**
 * Before anything is installed only the environment can be read; that is enough
 * to spare the usual cases a wait for nothing.
 */
async function requireFreePortEarly() {
  const configured = process.env.APP_CONFIG_backend_listen_port;
  const isLocal = configFiles().some(file => file.endsWith('.local.yaml'));
  if (configured || !isLocal) {
    await requireFreePort({ port: Number(configured ?? 7007) });
  }
}
