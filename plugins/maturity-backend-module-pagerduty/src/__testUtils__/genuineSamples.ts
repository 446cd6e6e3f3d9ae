import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Genuine bodies of PagerDuty, where they are at hand: in the folder that
 * `MATURITY_CONFORMANCE_DIR` names, else beside the repository.
 */
export function genuineSamples(): { name: string; body: string }[] {
  const base =
    process.env.MATURITY_CONFORMANCE_DIR ??
    resolve(__dirname, '../../../../../shared/conformance');
  const folder = join(base, 'webhooks', 'pagerduty-v3');
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(name => name.endsWith('.json'))
        .sort()
        .map(name => ({ name, body: readFileSync(join(folder, name), 'utf8') }))
    : [];
}
