import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What Standard Webhooks publishes to test receivers with. */
export interface PublishedVector {
  secret: string;
  'webhook-id': string;
  'webhook-timestamp': string;
  payload: string;
  'webhook-signature': string;
  badSignatures: string[];
}

/**
 * The published vector where it is at hand: in the folder that
 * `MATURITY_CONFORMANCE_DIR` names, else beside the repository.
 */
export function publishedVector(): PublishedVector | undefined {
  const base =
    process.env.MATURITY_CONFORMANCE_DIR ??
    resolve(__dirname, '../../../../../shared/conformance');
  const file = resolve(base, 'webhooks/standard-webhooks/vector.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
