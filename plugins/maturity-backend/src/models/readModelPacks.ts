import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ModelPack } from './loadModelPack';

/**
 * Reads the packs that come with the product and those of further paths.
 *
 * @param paths - files, or directories whose `.yaml` and `.yml` files are
 * read in the order of their names; relative to the working directory
 *
 * @throws InputError when a path cannot be read
 */
export async function readModelPacks(
  paths: readonly string[],
): Promise<ModelPack[]> {
  const packs = await readPath(
    resolvePackagePath('@devops-scorecards/plugin-maturity-backend', 'models'),
  );
  for (const entry of paths) {
    try {
      packs.push(...(await readPath(path.resolve(entry))));
    } catch (error) {
      throw new InputError(
        `The configuration maturity.models names ${entry}, which cannot be read; correct or remove the path`,
        error,
      );
    }
  }
  return packs;
}

async function readPath(entry: string): Promise<ModelPack[]> {
  const files = (await stat(entry)).isDirectory()
    ? (await readdir(entry))
        .filter(name => /\.ya?ml$/.test(name))
        .sort()
        .map(name => path.join(entry, name))
    : [entry];
  return Promise.all(
    files.map(async file => ({ file, yaml: await readFile(file, 'utf8') })),
  );
}
