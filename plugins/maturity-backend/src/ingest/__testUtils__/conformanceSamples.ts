import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CdeventData } from './buildCdevent';

const FOLDERS = ['cdevents-v0.4.1', 'cdevents-v0.5.1'];

/**
 * The conformance files of CDEvents, where they are at hand: in the folder
 * that `MATURITY_CONFORMANCE_DIR` names, else beside the repository.
 */
export function conformanceSamples(): CdeventData[] {
  const root = resolve(__dirname, '../../../../..');
  const base =
    process.env.MATURITY_CONFORMANCE_DIR ??
    resolve(root, '../shared/conformance');
  return FOLDERS.map(folder => join(base, folder))
    .filter(folder => existsSync(folder))
    .flatMap(folder =>
      readdirSync(folder)
        .filter(file => file.endsWith('.json'))
        .sort()
        .map(file => JSON.parse(readFileSync(join(folder, file), 'utf8'))),
    );
}
