import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { DateTime } from 'luxon';
import type { GeneratedEvent } from './generatedEvents';
import { generateHistory } from './generateHistory';
import type { Span, Story } from './Story';

/** Whole weeks, so that every cycle has the same working days. */
const CYCLE_DAYS = 28;

/** A whole cycle, as a span of a story. */
export const CYCLE: Span = { firstDay: CYCLE_DAYS, lastDay: 1 };

/** Cycles that lie before the anchor. */
export const PAST_CYCLES = 4;

/**
 * Makes what happens to a story in one cycle.
 *
 * @remarks
 *
 * It depends on the number of the cycle and on nothing that happened before, so
 * that it comes out the same whenever it is made. What a cycle begins may end
 * in the next one: a fault is reviewed later.
 *
 * @param options - `anchor`: local midnight between the past cycles and the
 *   others; `cycle`: 0 is the first of the past cycles
 */
export function generateCycle(options: {
  story: Story;
  seed: number;
  anchor: EpochMs;
  timeZone: string;
  cycle: number;
}): GeneratedEvent[] {
  const { anchor, timeZone, cycle } = options;
  return generateHistory({
    ...options,
    anchor: DateTime.fromMillis(anchor, { zone: timeZone })
      .plus({ days: (cycle + 1 - PAST_CYCLES) * CYCLE_DAYS })
      .toMillis(),
    part: cycle + 1,
  });
}

/** The cycles in which something may have happened before an instant. */
export function cyclesBefore(options: {
  anchor: EpochMs;
  timeZone: string;
  until: EpochMs;
}): number[] {
  const { anchor, timeZone, until } = options;
  const days = DateTime.fromMillis(until, { zone: timeZone }).diff(
    DateTime.fromMillis(anchor, { zone: timeZone }),
    'days',
  ).days;
  const future = Math.max(0, Math.ceil(days / CYCLE_DAYS));
  return Array.from({ length: PAST_CYCLES + future }, (_, cycle) => cycle);
}

/**
 * How a story that was told for some months goes on in cycles: as often as
 * before. Production deployments of a release train do not go on.
 */
export function continued(story: Story): Story {
  const share = ({ firstDay, lastDay }: Span, count = 0) =>
    Math.round((count * CYCLE_DAYS) / (firstDay - lastDay + 1));
  const { builds, deployments, train, requirements } = story;
  return {
    name: story.name,
    entityRef: story.entityRef,
    ...(builds && { builds: { ...builds, ...CYCLE } }),
    ...(deployments && {
      deployments: deployments.map(told => ({
        ...CYCLE,
        environment: told.environment,
        count: share(told, told.count),
        manual: share(told, told.manual),
        failed: share(told, told.failed),
      })),
    }),
    ...(train && { train: { staging: CYCLE, strategy: train.strategy } }),
    ...(requirements && {
      requirements: {
        ...requirements,
        ...CYCLE,
        count: share(requirements, requirements.count),
      },
    }),
  };
}
