import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A body as GitLab documents or sends it. */
export interface GenuineSample {
  name: string;
  body: string;
}

/**
 * Genuine payloads of GitLab, where they are at hand: in the folder that
 * `MATURITY_CONFORMANCE_DIR` names, else beside the repository.
 */
export function genuineSamples(): GenuineSample[] {
  const base =
    process.env.MATURITY_CONFORMANCE_DIR ??
    resolve(__dirname, '../../../../../shared/conformance');
  const folder = join(base, 'webhooks/gitlab');
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(file => file.endsWith('.json'))
        .sort()
        .map(file => ({
          name: file.replace(/\.json$/, ''),
          body: readFileSync(join(folder, file), 'utf8'),
        }))
    : [];
}
