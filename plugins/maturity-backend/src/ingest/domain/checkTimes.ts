import type {
  EpochMs,
  MappedEvent,
} from '@devops-scorecards/plugin-maturity-common';
import type { Refusal } from './outcome';

/** Set by the clock of whoever made the commit, which may be wrong by far. */
const COMMIT_TIMES = new Set(['commitAt', 'firstCommitAt']);

/**
 * Refuses an event that claims the future, in its own time or in one that it
 * tells of a fact: it would count in windows that have not begun.
 */
export function checkTimes(options: {
  event: MappedEvent;
  receivedAt: EpochMs;
  /** How far a sender's clock may be ahead, in milliseconds. */
  futureTolerance: number;
}): Refusal | undefined {
  const { event, receivedAt, futureTolerance } = options;
  const times: [string, EpochMs][] = [['the event', event.occurredAt]];
  for (const { kind, occurredAt, fields } of event.statements) {
    times.push([`the ${kind}`, occurredAt]);
    for (const [name, value] of Object.entries(fields)) {
      if (
        name.endsWith('At') &&
        typeof value === 'number' &&
        !COMMIT_TIMES.has(name)
      ) {
        times.push([`${name} of the ${kind}`, value]);
      }
    }
  }
  const ahead = times.find(([, time]) => time > receivedAt + futureTolerance);
  if (!ahead) {
    return undefined;
  }
  const [name, time] = ahead;
  return {
    code: 422,
    message: `The time of ${name} lies ${Math.ceil(
      (time - receivedAt) / 1000,
    )} s in the future, more than maturity.ingest.futureTolerance allows: set the sender's clock, or send it when it has happened`,
  };
}
