import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { fromTimeInput } from '../../format';

/**
 * The instant that an ISO text in an address names; one without an offset is
 * read in the portal's zone.
 *
 * @returns undefined for what is no time
 *
 * @public
 */
export function readAsOf(
  text: string | undefined,
  timeZone: string,
): EpochMs | undefined {
  // A plus that nobody escaped arrives as a space.
  return text ? fromTimeInput(text.replace(' ', '+'), timeZone) : undefined;
}
