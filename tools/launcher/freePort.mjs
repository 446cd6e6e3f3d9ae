import net from 'node:net';
import { LauncherError } from './LauncherError.mjs';

/**
 * Fails when something else listens on the port already.
 *
 * @param {{ port: number, host?: string }} options
 */
export async function requireFreePort({ port, host }) {
  // Listening on all addresses succeeds on some systems though another program
  // listens on the loopback address, so both are tried.
  for (const address of host ? [host] : [undefined, '127.0.0.1']) {
    const error = await tryToListen({ port, host: address });
    if (error?.code === 'EADDRINUSE') {
      throw new LauncherError(
        `Port ${port} is taken by another program. Stop that program, or have the portal use another port: set backend.listen.port in app-config.local.yaml, or for once\n\n  APP_CONFIG_backend_listen_port=${
          port + 10
        } npm start`,
      );
    }
    if (error?.code === 'EACCES') {
      throw new LauncherError(
        `This user may not listen on port ${port}. Set backend.listen.port in app-config.local.yaml to one above 1023.`,
      );
    }
  }
}

/** @returns {Promise<number>} a port of the loopback address that is free now */
export function anyFreePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** @returns {Promise<NodeJS.ErrnoException | undefined>} */
function tryToListen({ port, host }) {
  return new Promise(resolve => {
    const server = net.createServer();
    server.once('error', resolve);
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(undefined)),
    );
  });
}
