import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const NAMES = [
  'MATURITY_CI_TOKEN',
  'MATURITY_GITHUB_WEBHOOK_SECRET',
  'MATURITY_WEBHOOK_SECRET',
  'MATURITY_AUTHOR_KEY',
];

/** New random values for everything that app-config.demo.yaml refers to. */
export function newSecrets() {
  return Object.fromEntries(
    NAMES.map(name => [name, randomBytes(24).toString('hex')]),
  );
}

/**
 * The secrets of this installation, made on the first start and kept in
 * `secrets.env` for the owner of the directory alone. Values that are in the
 * environment already win.
 *
 * @param {{ directory: string }} options
 * @returns {Record<string, string>}
 */
export function keptSecrets({ directory }) {
  const file = path.join(directory, 'secrets.env');
  const kept = fs.existsSync(file)
    ? Object.fromEntries(
        fs
          .readFileSync(file, 'utf8')
          .split('\n')
          .map(line => line.match(/^(\w+)=(.*)$/))
          .filter(match => match !== null)
          .map(([, name, value]) => [name, value]),
      )
    : {};
  const secrets = { ...newSecrets(), ...kept };
  if (NAMES.some(name => kept[name] === undefined)) {
    fs.mkdirSync(directory, { recursive: true });
    fs.writeFileSync(
      file,
      [
        '# Made by npm start for this machine. Delete the file to have new ones.',
        ...Object.entries(secrets).map(([name, value]) => `${name}=${value}`),
        '',
      ].join('\n'),
      { mode: 0o600 },
    );
    fs.chmodSync(file, 0o600);
  }
  return Object.fromEntries(
    NAMES.map(name => [name, process.env[name] ?? secrets[name]]),
  );
}
