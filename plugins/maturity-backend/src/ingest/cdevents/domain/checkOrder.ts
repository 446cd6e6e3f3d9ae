import type {
  EpochMs,
  FactKind,
  Statement,
} from '@devops-scorecards/plugin-maturity-common';
import type { Refusal } from '@devops-scorecards/plugin-maturity-node';
import type { Cdevent } from './readCdevent';

/** What cannot end before it begins: field that begins it, field that ends it. */
const SPANS: Readonly<Record<FactKind, readonly [string, string][]>> = {
  run: [['startedAt', 'finishedAt']],
  deployment: [['startedAt', 'finishedAt']],
  change: [],
  incident: [['startedAt', 'restoredAt']],
  alert: [['startedAt', 'resolvedAt']],
  'work-item': [
    ['acceptedAt', 'doneAt'],
    ['acceptedAt', 'releasedAt'],
    ['startedAt', 'doneAt'],
  ],
  measure: [],
};

/**
 * Refuses an event that says of one fact that it ended before it began: one of
 * its times is a mistake, and only the sender knows which.
 *
 * @remarks
 *
 * Two events that contradict each other are both kept: each alone is possible,
 * and a correction can still arrive. Durations leave such a fact out.
 */
export function checkOrder(
  event: Cdevent,
  statements: readonly Statement[],
): Refusal | undefined {
  for (const { kind, fields } of statements) {
    const times = fields as Readonly<Record<string, EpochMs | undefined>>;
    for (const [begin, end] of SPANS[kind]) {
      const [from, to] = [times[begin], times[end]];
      if (from !== undefined && to !== undefined && to < from) {
        return {
          code: 400,
          message: `${pathOf(event, end)} is ${textOf(to)}, before ${pathOf(
            event,
            begin,
          )}, ${textOf(
            from,
          )}: nothing ends before it begins; correct one of the two`,
        };
      }
    }
  }
  return undefined;
}

function pathOf({ content, customData }: Cdevent, field: string): string {
  if (content[field]) {
    return `data.subject.content.${field}`;
  }
  return customData[field]
    ? `data.customData.${field}`
    : `data.context.timestamp (${field})`;
}

function textOf(time: EpochMs): string {
  return new Date(time).toISOString();
}
