import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../..',
);

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The browser for the tests: CHROMIUM_PATH, else one that is installed on the
 * machine, else the one of npm's `@sparticuz/chromium`, unpacked once.
 *
 * @returns {Promise<{ executablePath: string, env: NodeJS.ProcessEnv }>}
 */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  const executablePath = given ?? INSTALLED.find(runs);
  return executablePath
    ? { executablePath, env: process.env }
    : chromiumFromNpm();
}

/** Whether it starts: some distributions have a placeholder by that name. */
function runs(executablePath) {
  if (!fs.existsSync(executablePath)) {
    return false;
  }
  try {
    execFileSync(executablePath, ['--version'], {
      stdio: 'ignore',
      timeout: 10_000,
    });
    return true;
  } catch {
    return false;
  }
}

async function chromiumFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Install Chrome or Chromium for the browser tests, or set CHROMIUM_PATH to one',
    );
  }
  const { version } = JSON.parse(
    fs.readFileSync(
      path.join(root, 'node_modules/@sparticuz/chromium/package.json'),
      'utf8',
    ),
  );
  const directory = path.join(root, `.toolchain/chromium-${version}`);
  if (!fs.existsSync(directory)) {
    await unpackInto(directory);
  }
  const executablePath = path.join(directory, 'chromium');
  return { executablePath, env: environmentOf({ directory, executablePath }) };
}

/** Unpacks beside and renames, so that an interruption leaves nothing half done. */
async function unpackInto(directory) {
  const unfinished = `${directory}.${process.pid}`;
  fs.mkdirSync(unfinished, { recursive: true });
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  // The package unpacks into the folder for temporary files.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = unfinished;
  try {
    await chromium.executablePath();
    await inflate(
      path.join(root, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br'),
    );
  } finally {
    if (before === undefined) {
      delete process.env.TMPDIR;
    } else {
      process.env.TMPDIR = before;
    }
  }
  // Theirs names folders of the cloud that the package is made for.
  fs.writeFileSync(
    path.join(unfinished, 'fonts/fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(directory, 'fonts')}</dir>
  <cachedir>${path.join(directory, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
  fs.renameSync(unfinished, directory);
}

/** A bare machine lacks libraries and fonts; the package brings both. */
function environmentOf({ directory, executablePath }) {
  const libraries = execFileSync('ldd', [executablePath], { encoding: 'utf8' });
  return {
    ...process.env,
    ...(libraries.includes('not found') && {
      LD_LIBRARY_PATH: [
        path.join(directory, 'al2023/lib'),
        process.env.LD_LIBRARY_PATH,
      ]
        .filter(Boolean)
        .join(':'),
    }),
    ...(!fs.existsSync('/etc/fonts/fonts.conf') && {
      FONTCONFIG_PATH: path.join(directory, 'fonts'),
    }),
  };
}
