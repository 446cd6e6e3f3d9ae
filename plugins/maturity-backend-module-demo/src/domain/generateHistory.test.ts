import fc from 'fast-check';
import { DateTime } from 'luxon';
import { generateHistory } from './generateHistory';
import type { GeneratedEvent } from './generatedEvents';
import type { Story } from './Story';
import { STORIES } from './stories';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const ZONES = [
  'Asia/Shanghai',
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];

const zones = fc.constantFrom(...ZONES);
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
/** Days since 1 January 2024, so that every weekday and change of clocks occurs. */
const days = fc.integer({ min: 0, max: 1_500 });
const stories = fc.constantFrom(...STORIES);

function midnight(day: number, zone: string): number {
  return DateTime.fromISO('2024-01-01T00:00', { zone })
    .plus({ days: day })
    .toMillis();
}

function storyOf(name: string): Story {
  return STORIES.find(story => story.name === name)!;
}

function timeOf(event: GeneratedEvent): number {
  return DateTime.fromISO(event.time).toMillis();
}

function deploymentsOf(events: GeneratedEvent[], environment: string) {
  return events.filter(
    ({ data }) =>
      (data.subject.content.environment as { id: string } | undefined)?.id ===
      environment,
  );
}

/** Trunk runs that finished, oldest first. */
function trunkRunsOf(events: GeneratedEvent[]) {
  return events
    .filter(
      ({ type, data }) =>
        type.startsWith('dev.cdevents.pipelinerun.finished.') &&
        data.customData.trunk === true,
    )
    .map(event => ({
      finishedAt: timeOf(event),
      commitAt: DateTime.fromISO(
        event.data.customData.commitAt as string,
      ).toMillis(),
      red: event.data.subject.content.outcome === 'failure',
    }));
}

/** First red to next green, by the finish of the fix. */
function fixesOf(runs: ReturnType<typeof trunkRunsOf>) {
  const fixes: { fixedAt: number; took: number }[] = [];
  let redSince: number | undefined;
  for (const { finishedAt, red } of runs) {
    if (red) {
      redSince ??= finishedAt;
    } else if (redSince !== undefined) {
      fixes.push({ fixedAt: finishedAt, took: finishedAt - redSince });
      redSince = undefined;
    }
  }
  return { fixes, open: redSince !== undefined };
}

/** Generating is quick, comparing thousands of events is not. */
const few = { numRuns: 12 };

const mean = (values: number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('generateHistory', () => {
  it('gives the same events for the same seed', () => {
    fc.assert(
      fc.property(stories, seeds, days, zones, (story, seed, day, timeZone) => {
        const options = {
          story,
          seed,
          anchor: midnight(day, timeZone),
          timeZone,
        };
        expect(generateHistory(options)).toEqual(generateHistory(options));
      }),
      few,
    );
  });

  it('gives other events for another seed', () => {
    const story = storyOf('walkthrough');
    const anchor = midnight(0, 'UTC');
    const [first, second] = [1, 2].map(seed =>
      generateHistory({ story, seed, anchor, timeZone: 'UTC' }),
    );
    expect(first.map(timeOf)).not.toEqual(second.map(timeOf));
  });

  it('only shifts when the anchor moves by whole weeks', () => {
    fc.assert(
      fc.property(
        stories,
        seeds,
        days,
        zones,
        fc.integer({ min: 1, max: 60 }),
        (story, seed, day, timeZone, weeks) => {
          const wallClocks = (anchor: number, back: number) =>
            generateHistory({ story, seed, anchor, timeZone }).map(event => [
              event.id,
              event.type,
              DateTime.fromISO(event.time, { zone: timeZone })
                .minus({ weeks: back })
                .toFormat("yyyy-MM-dd'T'HH:mm:ss"),
            ]);
          const here = wallClocks(midnight(day, timeZone), 0);
          const there = wallClocks(midnight(day + 7 * weeks, timeZone), weeks);
          expect(there).toEqual(here);
        },
      ),
      few,
    );
  });

  it('shifts to the millisecond where clocks never change', () => {
    const zone = 'Asia/Shanghai';
    const times = (day: number) =>
      generateHistory({
        story: storyOf('quote-feed'),
        seed: 7,
        anchor: midnight(day, zone),
        timeZone: zone,
      }).map(event => timeOf(event) - midnight(day, zone));
    expect(times(707)).toEqual(times(0));
  });

  it('never repeats an id, stays before the anchor and in order', () => {
    fc.assert(
      fc.property(seeds, days, zones, (seed, day, timeZone) => {
        const anchor = midnight(day, timeZone);
        const events = STORIES.flatMap(story => {
          const own = generateHistory({ story, seed, anchor, timeZone });
          const times = own.map(timeOf);
          expect(times).toEqual([...times].sort((a, b) => a - b));
          expect(times[0]).toBeGreaterThanOrEqual(anchor - 125 * DAY);
          expect(times.at(-1)).toBeLessThan(anchor);
          return own;
        });
        expect(new Set(events.map(event => event.id)).size).toBe(events.length);
        expect(
          new Set(events.map(event => `${event.source} ${event.id}`)).size,
        ).toBe(events.length);
      }),
      few,
    );
  });

  it('makes valid structured CloudEvents that are marked as generated', () => {
    for (const story of STORIES) {
      for (const event of generateHistory({
        story,
        seed: 1,
        anchor: midnight(10, 'UTC'),
        timeZone: 'UTC',
      })) {
        expect(event).toMatchObject({
          specversion: '1.0',
          entityref: story.entityRef,
          generated: 'true',
          datacontenttype: 'application/json',
        });
        expect(event.data.context).toMatchObject({
          id: event.id,
          source: event.source,
          type: event.type,
          timestamp: event.time,
        });
        expect(event.subject).toBe(event.data.subject.id);
        expect(event.type).toMatch(
          /^dev\.cdevents(x\.scorecards-(service\.deployfailed|workitem\.(accepted|released))|\.(pipelinerun\.(queued|started|finished)|change\.(created|merged)|service\.deployed))\.0\.\d\.0$/,
        );
      }
    }
  });

  it('works in office hours on working days', () => {
    fc.assert(
      fc.property(stories, seeds, days, zones, (story, seed, day, timeZone) => {
        const anchor = midnight(day, timeZone);
        for (const event of generateHistory({
          story,
          seed,
          anchor,
          timeZone,
        })) {
          const local = DateTime.fromISO(event.time, { zone: timeZone });
          expect(local.weekday).toBeLessThanOrEqual(5);
          expect(local.hour).toBeGreaterThanOrEqual(8);
          expect(local.hour).toBeLessThanOrEqual(20);
        }
      }),
      few,
    );
  });

  it('leaves no trunk red and runs one after the other', () => {
    fc.assert(
      fc.property(stories, seeds, days, zones, (story, seed, day, timeZone) => {
        const runs = trunkRunsOf(
          generateHistory({
            story,
            seed,
            anchor: midnight(day, timeZone),
            timeZone,
          }),
        );
        expect(fixesOf(runs).open).toBe(false);
        runs.slice(1).forEach(({ commitAt }, index) => {
          expect(commitAt).toBeGreaterThan(runs[index].finishedAt);
        });
      }),
      few,
    );
  });

  describe('walkthrough', () => {
    const walkthrough = fc
      .record({ seed: seeds, day: days, timeZone: zones })
      .map(({ seed, day, timeZone }) => {
        const anchor = midnight(day, timeZone);
        const events = generateHistory({
          story: storyOf('walkthrough'),
          seed,
          anchor,
          timeZone,
        });
        return { anchor, timeZone, events };
      });

    it('has 19 production deployments, 18 automated, none failed', () => {
      fc.assert(
        fc.property(walkthrough, ({ anchor, events }) => {
          const production = deploymentsOf(events, 'production');
          expect(production).toHaveLength(19);
          for (const event of production) {
            expect(timeOf(event)).toBeGreaterThanOrEqual(anchor - 30 * DAY);
            expect(timeOf(event)).toBeLessThanOrEqual(anchor - DAY);
          }
          const automated = production.filter(
            ({ data }) => data.customData.execution === 'pipeline',
          );
          expect(automated).toHaveLength(18);
          expect(18 / 19).toBeLessThan(0.95);
          expect(19 / 20).toBeGreaterThanOrEqual(0.95);
          expect(19 / 21).toBeLessThan(0.95);
          expect(events.some(({ type }) => type.includes('failed'))).toBe(
            false,
          );
        }),
        { numRuns: 40 },
      );
    });

    it('was connected for the whole window, on the first day and later', () => {
      fc.assert(
        fc.property(walkthrough, ({ anchor, events }) => {
          const earliest = (part: string) =>
            timeOf(events.find(({ type }) => type.includes(part))!);
          for (const part of ['pipelinerun', 'service', 'change']) {
            expect(earliest(part)).toBeLessThan(anchor - 100 * DAY);
          }
        }),
        { numRuns: 40 },
      );
    });

    it('is well inside level 3 in feedback and fixes, for seven weeks on', () => {
      fc.assert(
        fc.property(
          walkthrough,
          fc.integer({ min: 0, max: 49 }),
          ({ anchor, timeZone, events }, later) => {
            const from = DateTime.fromMillis(anchor, { zone: timeZone })
              .plus({ days: later - 89 })
              .toMillis();
            const runs = trunkRunsOf(events);
            const feedback = runs
              .filter(({ finishedAt }) => finishedAt >= from)
              .map(({ finishedAt, commitAt }) => finishedAt - commitAt);
            const fixes = fixesOf(runs).fixes.filter(
              ({ fixedAt }) => fixedAt >= from,
            );

            expect(feedback.length).toBeGreaterThanOrEqual(20);
            expect(mean(feedback)).toBeGreaterThan(40 * MINUTE);
            expect(mean(feedback)).toBeLessThan(70 * MINUTE);
            expect(fixes.length).toBeGreaterThanOrEqual(5);
            expect(mean(fixes.map(({ took }) => took))).toBeGreaterThan(
              75 * MINUTE,
            );
            expect(mean(fixes.map(({ took }) => took))).toBeLessThan(3 * HOUR);
          },
        ),
        { numRuns: 40 },
      );
    });
  });

  describe('the other stories', () => {
    it.each([
      ['order-gateway', 80, 0, 0],
      ['risk-check', 34, 0, 0],
      ['quote-feed', 54, 0, 6],
      ['price-library', 0, 0, 0],
      ['client-profile', 6, 0, 0],
      ['settlement-batch', 36, 24, 1],
    ])(
      '%s has %i production deployments, %i by hand, %i failed',
      (name, count, manual, failed) => {
        fc.assert(
          fc.property(seeds, days, (seed, day) => {
            const production = deploymentsOf(
              generateHistory({
                story: storyOf(name),
                seed,
                anchor: midnight(day, 'Asia/Shanghai'),
                timeZone: 'Asia/Shanghai',
              }),
              'production',
            );
            expect(production).toHaveLength(count);
            expect(
              production.filter(
                ({ data }) => data.customData.execution === 'manual',
              ),
            ).toHaveLength(manual);
            expect(
              production.filter(({ type }) => type.includes('deployfailed')),
            ).toHaveLength(failed);
          }),
          few,
        );
      },
    );

    it('risk-check mends a red trunk the next morning', () => {
      fc.assert(
        fc.property(seeds, days, (seed, day) => {
          const { fixes } = fixesOf(
            trunkRunsOf(
              generateHistory({
                story: storyOf('risk-check'),
                seed,
                anchor: midnight(day, 'Asia/Shanghai'),
                timeZone: 'Asia/Shanghai',
              }),
            ),
          );
          expect(fixes.length).toBeGreaterThanOrEqual(5);
          for (const { took } of fixes) {
            expect(took).toBeGreaterThan(4 * HOUR);
            expect(took).toBeLessThan(24 * HOUR);
          }
        }),
        few,
      );
    });
  });
});
