import { InputError } from '@backstage/errors';
import type { TimeWindow } from '@devops-scorecards/plugin-maturity-common';

const BUCKET_MS = { day: 86_400_000, week: 7 * 86_400_000 };

/** Most points that a series may have. */
const MAX_BUCKETS = 400;

/**
 * Refuses series that nobody could look at.
 *
 * @throws InputError that says how to ask for less
 */
export function requireBuckets(
  window: TimeWindow,
  bucket: keyof typeof BUCKET_MS,
): void {
  if ((window.to - window.from) / BUCKET_MS[bucket] > MAX_BUCKETS) {
    throw new InputError(
      `The window holds more than ${MAX_BUCKETS} buckets of a ${bucket}: ask for ${
        bucket === 'day' ? 'weeks or ' : ''
      }a shorter window`,
    );
  }
}
