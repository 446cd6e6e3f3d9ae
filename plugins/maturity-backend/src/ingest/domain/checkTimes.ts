import type {
  EpochMs,
  MappedEvent,
} from '@devops-scorecards/plugin-maturity-common';
import type { Refusal } from '@devops-scorecards/plugin-maturity-node';

/**
 * Commit times are set by the clock of whoever made the commit, which may be
 * wrong by far; a due date lies ahead.
 */
const UNCHECKED = new Set(['commitAt', 'firstCommitAt', 'dueAt']);

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
        !UNCHECKED.has(name)
      ) {
        times.push([`${name} of the ${kind}`, value]);
      }
    }
  }
  for (const { kind, since, until } of event.connects ?? []) {
    times.push([`the connection of ${kind}`, until ?? since]);
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
