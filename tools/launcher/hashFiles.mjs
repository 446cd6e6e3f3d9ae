import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * Hash of the names and contents of files, in which nothing else plays a part:
 * neither times nor the order in which the file system lists them.
 *
 * @param {string[]} entries - files and folders, relative to the checkout;
 * those that do not exist count as absent
 * @param {{ ignore?: RegExp, also?: unknown }} [options] - `also` is mixed in
 */
export function hashFiles(entries, { ignore, also } = {}) {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(also ?? null));
  for (const file of entries.flatMap(filesOf).sort()) {
    if (!ignore?.test(file)) {
      hash.update(`\0${file}\0`);
      hash.update(fs.readFileSync(path.join(root, file)));
    }
  }
  return hash.digest('hex');
}

/** @returns {string[]} */
function filesOf(entry) {
  const stat = fs.statSync(path.join(root, entry), { throwIfNoEntry: false });
  if (!stat) {
    return [];
  }
  if (!stat.isDirectory()) {
    return [entry];
  }
  return fs
    .readdirSync(path.join(root, entry))
    .flatMap(name => filesOf(`${entry}/${name}`));
}
