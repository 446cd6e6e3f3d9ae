import fs from 'node:fs';
import path from 'node:path';
import { run } from './childProcesses.mjs';
import { hashFiles } from './hashFiles.mjs';
import { root } from './paths.mjs';
import { workspaces } from './workspaces.mjs';

const FRONTEND_ROLES = [
  'frontend',
  'frontend-plugin',
  'frontend-plugin-module',
  'web-library',
  'common-library',
];

const dist = path.join(root, 'packages/app/dist');
/** Inside the result, so that any other build of the page removes it. */
const stamp = path.join(dist, '.built-from');

/**
 * Builds the page when its sources have changed since it was built.
 *
 * @param {{ node: string, env: NodeJS.ProcessEnv, settings: import('./portalSettings.mjs').PortalSettings, progress: import('./Progress.mjs').Progress, log: { write(text: string): void } }} options
 */
export async function buildPage({ node, env, settings, progress, log }) {
  const wanted = hashFiles(
    [
      'yarn.lock',
      'packages/app/public',
      ...workspaces()
        .filter(({ manifest }) =>
          FRONTEND_ROLES.includes(manifest.backstage?.role),
        )
        .flatMap(({ directory }) => [
          `${directory}/package.json`,
          `${directory}/config.d.ts`,
          `${directory}/src`,
        ]),
    ],
    // The rest of the configuration is put into the page when it is served.
    { ignore: /\.test\.tsx?$/, also: settings.page },
  );
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  await progress.step(
    'Building the page',
    async report => {
      await run(
        node,
        [
          path.join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
          ...['package', 'build'],
          ...settings.configFiles.flatMap(file => ['--config', file]),
        ],
        {
          cwd: path.join(root, 'packages/app'),
          env: { ...env, ...settings.env, NODE_ENV: 'production' },
          what: 'Building the page',
          log,
        },
      );
      fs.writeFileSync(stamp, wanted);
      report('Page built');
    },
    { long: 'about 15 s' },
  );
}
