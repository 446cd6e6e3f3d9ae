import path from 'node:path';
import { run } from './launcher/childProcesses.mjs';
import { findNode } from './launcher/findNode.mjs';
import { installDependencies } from './launcher/installDependencies.mjs';
import { openLog } from './launcher/openLog.mjs';
import { dataDirectory, root } from './launcher/paths.mjs';
import { configFiles } from './launcher/portalSettings.mjs';
import { Progress } from './launcher/Progress.mjs';
import { runToEnd } from './launcher/runToEnd.mjs';
import { keptSecrets } from './launcher/secrets.mjs';

// Development mode: the bundler serves the page on port 3000, the backend is on
// port 7007, and both reload as the code changes.
await runToEnd(async () => {
  const progress = new Progress();
  const log = openLog(path.join(dataDirectory, 'install.log'));
  const { node, env } = await findNode({ progress, log });
  await installDependencies({ node, env, progress, log });

  const [base, ...others] = configFiles();
  await run(
    node,
    [
      path.join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      ...['repo', 'start', 'app', 'backend'],
      ...[base, path.join(root, 'app-config.dev.yaml'), ...others].flatMap(
        file => ['--config', file],
      ),
    ],
    {
      cwd: root,
      env: { ...env, ...keptSecrets({ directory: dataDirectory }) },
      what: 'Development mode',
      inherit: true,
    },
  );
  return 0;
});
