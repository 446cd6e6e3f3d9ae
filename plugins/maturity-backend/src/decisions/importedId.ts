import { createHash } from 'node:crypto';
import { canonicalJson } from '@devops-scorecards/plugin-maturity-node';

/**
 * The id of an imported decision: the same for the same decision, so that an
 * import that is repeated changes nothing.
 *
 * @returns in the form of a UUID
 */
export function importedId(request: unknown): string {
  const hash = createHash('sha256')
    .update(canonicalJson(request))
    .digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    // Version 8: of the maker's own making.
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
