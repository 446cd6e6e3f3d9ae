import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { CAST } from './cast';
import { generateOnce } from './castOnce';
import { continued, cyclesBefore, generateCycle, PAST_CYCLES } from './cycles';
import type { GeneratedEvent } from './generatedEvents';
import { generateHistory } from './generateHistory';
import { generatePublishedCase, PUBLISHED_PLANS } from './published';
import { STORIES } from './stories';

/** What makes the demo the same at every start. */
export interface DemoTime {
  seed: number;
  /** Local midnight of the first start. */
  anchor: EpochMs;
  timeZone: string;
}

/** Components that have events. */
export const TOLD: readonly string[] = [
  ...STORIES,
  ...CAST,
  ...PUBLISHED_PLANS,
].map(({ entityRef }) => entityRef);

/**
 * Of these, those whose events decide a maturity level of today. The sources of
 * the published cases have ended.
 */
export const ASSESSED: readonly string[] = [...STORIES, ...CAST]
  .filter(({ builds }) => builds)
  .map(({ entityRef }) => entityRef);

/**
 * Makes all that had happened by the first start: the first event of every
 * component, and then the others.
 */
export function generateFirstLoad(time: DemoTime): GeneratedEvent[] {
  const before = ({
    events,
    until,
  }: {
    events: GeneratedEvent[];
    until: EpochMs;
  }) => events.filter(event => occurredAt(event) < until);
  const histories = [
    ...STORIES.map(story => generateHistory({ story, ...time })),
    ...CAST.map(story =>
      before({
        events: cyclesBefore({ ...time, until: time.anchor }).flatMap(cycle =>
          generateCycle({ story, ...time, cycle }),
        ),
        until: time.anchor,
      }),
    ),
    ...PUBLISHED_PLANS.map(generatePublishedCase),
  ];
  return [
    ...histories.flatMap(events => events.slice(0, 1)),
    ...histories.flatMap(events => events.slice(1)),
    ...generateOnce(time),
  ];
}

/**
 * Makes what has happened since, from one local midnight to another, oldest
 * first. Several spans one after the other give the events of the whole.
 *
 * @remarks
 *
 * Published cases end at their pinned dates, and the production deployments of
 * `walkthrough` are the reader's.
 */
export function generateTopUp(
  time: DemoTime & { from: EpochMs; until: EpochMs },
): GeneratedEvent[] {
  const { from, until } = time;
  const cycles = cyclesBefore(time);
  const future = cycles.filter(cycle => cycle >= PAST_CYCLES);
  return [
    ...CAST.flatMap(story =>
      cycles.flatMap(cycle => generateCycle({ story, ...time, cycle })),
    ),
    ...STORIES.map(continued).flatMap(story =>
      future.flatMap(cycle => generateCycle({ story, ...time, cycle })),
    ),
  ]
    .filter(event => occurredAt(event) >= from && occurredAt(event) < until)
    .sort((a, b) => occurredAt(a) - occurredAt(b));
}

function occurredAt(event: GeneratedEvent): EpochMs {
  return Date.parse(event.time);
}
