import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { GeneratedEvent } from './generatedEvents';
import { generateFirstLoad, generateTopUp, TOLD } from './generateDemo';
import { PUBLISHED_PLANS } from './published';

const ZONE = 'Asia/Shanghai';
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
/** Days since 1 January 2024. */
const days = fc.integer({ min: 0, max: 1_500 });
const few = { numRuns: 5 };

function midnight(day: number, zone = ZONE): number {
  return DateTime.fromISO('2024-01-01T00:00', { zone })
    .plus({ days: day })
    .toMillis();
}

const timeOf = (event: GeneratedEvent) => Date.parse(event.time);
const identity = (event: GeneratedEvent) => `${event.source} ${event.id}`;

function topUp(options: {
  seed: number;
  anchorDay: number;
  from: number;
  until: number;
  zone?: string;
}): GeneratedEvent[] {
  const { seed, anchorDay, from, until, zone = ZONE } = options;
  return generateTopUp({
    seed,
    timeZone: zone,
    anchor: midnight(anchorDay, zone),
    from: midnight(anchorDay + from, zone),
    until: midnight(anchorDay + until, zone),
  });
}

describe('generateFirstLoad', () => {
  it('begins with one event of each component and ends at the anchor', () => {
    fc.assert(
      fc.property(seeds, days, (seed, day) => {
        const anchor = midnight(day);
        const events = generateFirstLoad({ seed, anchor, timeZone: ZONE });
        expect(
          events.slice(0, TOLD.length).map(({ entityref }) => entityref),
        ).toEqual(TOLD);
        expect(new Set(events.map(identity)).size).toBe(events.length);
        // Published cases have dates of their own.
        const published = new Set(
          PUBLISHED_PLANS.map(({ entityRef }) => entityRef),
        );
        const latest = Math.max(
          ...events
            .filter(({ entityref }) => !published.has(entityref))
            .map(timeOf),
        );
        expect(latest).toBeLessThan(anchor);
      }),
      few,
    );
  });

  it('does not grow beyond what loads quickly', () => {
    const events = generateFirstLoad({
      seed: 42,
      anchor: midnight(700),
      timeZone: ZONE,
    });
    expect(events.length).toBeLessThan(20_000);
  });
});

describe('generateTopUp', () => {
  it('is the same day by day as in one go', () => {
    fc.assert(
      fc.property(
        seeds,
        days,
        fc.integer({ min: 0, max: 70 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(ZONE, 'Europe/Berlin', 'America/New_York'),
        (seed, anchorDay, from, length, zone) => {
          const about = { seed, anchorDay, zone };
          const daily = Array.from({ length }, (_, day) =>
            topUp({ ...about, from: from + day, until: from + day + 1 }),
          ).flat();
          expect(daily).toEqual(
            topUp({ ...about, from, until: from + length }),
          );
        },
      ),
      few,
    );
  });

  it('goes on with the first load and repeats nothing of it', () => {
    fc.assert(
      fc.property(seeds, days, (seed, anchorDay) => {
        const anchor = midnight(anchorDay);
        const first = generateFirstLoad({ seed, anchor, timeZone: ZONE });
        const later = topUp({ seed, anchorDay, from: 0, until: 40 });
        const all = [...first, ...later].map(identity);
        expect(new Set(all).size).toBe(all.length);
        const times = later.map(timeOf);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(times[0]).toBeGreaterThanOrEqual(anchor);
        expect(times.at(-1)).toBeLessThan(midnight(anchorDay + 40));
        // A fault of the last weeks is reviewed in the next ones.
        expect(
          later.some(({ type }) => type.includes('incident.reviewed')),
        ).toBe(true);
      }),
      few,
    );
  });

  it('leaves the production deployments of walkthrough to its reader', () => {
    const later = topUp({ seed: 42, anchorDay: 700, from: 0, until: 60 });
    const ofWalkthrough = later.filter(({ entityref }) =>
      entityref.endsWith('/walkthrough'),
    );
    const environments = ofWalkthrough.flatMap(
      ({ data }) =>
        (data.subject.content.environment as { id: string } | undefined)?.id ??
        [],
    );
    expect(new Set(environments)).toEqual(new Set(['staging']));
  });

  it('gives nothing to published cases', () => {
    const later = topUp({ seed: 42, anchorDay: 700, from: 0, until: 60 });
    const about = new Set(later.map(({ entityref }) => entityref));
    for (const { entityRef } of PUBLISHED_PLANS) {
      expect(about.has(entityRef)).toBe(false);
    }
    expect(about.size).toBe(TOLD.length - PUBLISHED_PLANS.length);
  });

  it('keeps numbers of runs and changes apart', () => {
    const anchor = midnight(700);
    const events = [
      ...generateFirstLoad({ seed: 42, anchor, timeZone: ZONE }),
      ...topUp({ seed: 42, anchorDay: 700, from: 0, until: 90 }),
    ];
    const finished = events
      .filter(({ type }) => type.includes('pipelinerun.finished'))
      .map(({ source, subject }) => `${source} ${subject}`);
    expect(new Set(finished).size).toBe(finished.length);
  });
});
