import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * The packages of this repository.
 *
 * @returns {{ directory: string, manifest: any }[]} with the directory relative
 * to the checkout
 */
export function workspaces() {
  return ['packages', 'plugins'].flatMap(parent =>
    fs
      .readdirSync(path.join(root, parent))
      .map(name => `${parent}/${name}`)
      .filter(directory =>
        fs.existsSync(path.join(root, directory, 'package.json')),
      )
      .map(directory => ({
        directory,
        manifest: JSON.parse(
          fs.readFileSync(path.join(root, directory, 'package.json'), 'utf8'),
        ),
      })),
  );
}
