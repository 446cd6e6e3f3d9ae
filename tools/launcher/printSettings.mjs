// Runs as a program of its own, on the Node.js of the portal and after the
// packages are installed: reads the configuration as the backend will and
// prints what the launcher has to know of it.
import { ConfigSources } from '@backstage/config-loader';
import path from 'node:path';

const [, , rootDirectory, ...files] = process.argv;
const config = await ConfigSources.toConfig(
  ConfigSources.default({
    rootDir: rootDirectory,
    argv: files.flatMap(file => ['--config', path.resolve(file)]),
  }),
);

const listen = config.getOptional('backend.listen');
const [, host, port] =
  typeof listen === 'string'
    ? listen.match(/^(.*):(\d+)$/) ?? []
    : [undefined, listen?.host, listen?.port];

process.stdout.write(
  JSON.stringify({
    host: host || undefined,
    port: Number(port ?? 7007),
    https: config.has('backend.https'),
    appUrl: config.getString('app.baseUrl'),
    backendUrl: config.getString('backend.baseUrl'),
    demo: config.getOptionalBoolean('maturity.demo.enabled') ?? false,
    packages: config.getOptional('app.packages'),
  }),
);
config.close?.();
