import { InputError } from '@backstage/errors';
import type {
  EpochMs,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * The window that a query asks for.
 *
 * @returns `undefined` where it asks for none
 * @throws InputError where it is half a window, or an empty one
 */
export function parseWindow(query: {
  from?: EpochMs;
  to?: EpochMs;
}): TimeWindow | undefined {
  const { from, to } = query;
  if (from === undefined && to === undefined) {
    return undefined;
  }
  if (from === undefined || to === undefined) {
    throw new InputError(
      'A window needs both from and to; leave both out for the last 90 days',
    );
  }
  if (from >= to) {
    throw new InputError(
      `The window [${from}, ${to}) is empty, its start must lie before its end`,
    );
  }
  return { from, to };
}
