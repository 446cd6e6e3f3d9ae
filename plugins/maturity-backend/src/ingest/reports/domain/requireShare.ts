import { InputError } from '@backstage/errors';
import type { Share } from './ReportReader';

/**
 * A share that can be: something was counted, and not more than all is covered.
 *
 * @param what - in the plural, for messages, for example `lines`
 * @throws InputError where it cannot
 */
export function requireShare(share: Share, what: string): Share {
  const { part, total } = share;
  if (total === 0) {
    throw new InputError(
      `The report has no coverable ${what}: nothing is not 0 %; send it when there is something to cover`,
    );
  }
  if (part > total) {
    throw new InputError(
      `The report says that ${part} of ${total} ${what} are covered, more than there are: look at the tool that wrote it`,
    );
  }
  return share;
}

/** A share that a report may do without; `undefined` where nothing was counted. */
export function optionalShare(
  share: Partial<Share>,
  what: string,
): Share | undefined {
  const { part, total } = share;
  return part === undefined || total === undefined || total === 0
    ? undefined
    : requireShare({ part, total }, what);
}
