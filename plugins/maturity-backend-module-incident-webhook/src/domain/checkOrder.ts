import { InputError } from '@backstage/errors';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';

/**
 * Refuses an event that says that something ended before it began: one of its
 * times is a mistake, and only the sender knows which. Two events that
 * contradict each other are both kept, since each alone is possible.
 *
 * @throws InputError
 */
export function checkOrder(options: {
  begun: EpochMs | undefined;
  ended: EpochMs | undefined;
  /** Name of the field that tells the end. */
  end: string;
  /** Whether the end is the time of the event itself. */
  isOwnTime: boolean;
}): void {
  const { begun, ended, end, isOwnTime } = options;
  if (begun !== undefined && ended !== undefined && ended < begun) {
    const path = isOwnTime ? `timestamp (${end})` : `data.${end}`;
    throw new InputError(
      `${path} is ${textOf(ended)}, before data.startedAt, ${textOf(
        begun,
      )}: nothing ends before it begins; correct one of the two`,
    );
  }
}

function textOf(time: EpochMs): string {
  return new Date(time).toISOString();
}
