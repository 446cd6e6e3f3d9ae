import type { Fact } from '@devops-scorecards/plugin-maturity-common';
import type { ReadingKind } from '@devops-scorecards/plugin-maturity-node';
import fc from 'fast-check';
import { allConnected, AS_OF, DAY, HOUR, input } from './__testUtils__/facts';
import { BEYOND_REACH, histories, windows } from './__testUtils__/histories';
import { measureAll, metricsOfFacts } from './__testUtils__/measureAll';
import { isGoingOn, moved } from './__testUtils__/movedFacts';
import { builtInReadings } from './domain/measures';
import { measureSeries } from './domain/series';

/** They look at the days up to the end of the window and not at the window. */
const OWN_DAYS = [
  'deployment-days',
  'releasable-weeks',
  'releasable-twice-weeks',
  'commit-to-releasable',
  'burn-rate-1h',
  'burn-rate-6h',
  'burn-rate-3d',
];

/** Metrics of readings, by how the number is made of them. */
function readingsOf(...kinds: ReadingKind[]): string[] {
  return builtInReadings
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id }) => id);
}

/** Their items stand for many or for a part: commits, lines, tests, days. */
const WEIGHTED = [
  'commits-per-day',
  'reportable-outage-days',
  ...readingsOf('latest-share', 'pooled-share', 'total'),
];

/** The latest item stands for the whole. */
const LATEST = ['version-control-in-use', 'continuous-integration-in-use'];

/** They are shares of service time, or a number that somebody else divided. */
const NOT_OF_ITEMS = [
  'availability',
  'error-budget',
  ...readingsOf('latest-value', 'share-change'),
];

/** What was open when the window ended may be overdue later. */
const WITH_DEADLINE = ['reviewed-in-time-rate', 'alerts-acknowledged-in-time'];

// Each run measures everything; the seeds are others every time.
fc.configureGlobal({ numRuns: 50 });

describe('properties of all metrics over random histories', () => {
  it('explains each number by what it was computed from', () => {
    fc.assert(
      fc.property(histories, windows, (facts, window) => {
        for (const m of Object.values(
          measureAll(facts, { window, evidenceLimit: 1000 }),
        )) {
          const sample = m.evidence.filter(({ role }) => role !== 'open');
          const times = m.evidence.map(({ at }) => at);
          expect(m.status).not.toBe('error');
          expect(m.evidence).toHaveLength(sample.length + m.open);
          expect(WEIGHTED.includes(m.metric) || sample.length === m.n).toBe(
            true,
          );
          expect(times.every(at => at < window.to)).toBe(true);
          expect(
            OWN_DAYS.includes(m.metric) ||
              sample.every(({ at }) => at >= window.from),
          ).toBe(true);
          expect(times).toEqual([...times].sort((a, b) => b - a));
        }
      }),
    );
  });

  it('keeps shares from 0 to 1, with no value for nothing', () => {
    fc.assert(
      fc.property(histories, windows, (facts, window) => {
        const shares = Object.values(measureAll(facts, { window })).filter(
          ({ unit, metric, status }) =>
            unit === 'ratio' &&
            status !== 'no-source' &&
            !NOT_OF_ITEMS.includes(metric),
        );
        for (const { n, value, numerator, denominator } of shares) {
          expect(denominator).toBe(n);
          expect(numerator).toBeLessThanOrEqual(n);
          expect(value).toBe(n === 0 ? undefined : numerator! / n);
        }
      }),
    );
  });

  it('keeps statistics of durations in their order', () => {
    fc.assert(
      fc.property(histories, windows, (facts, window) => {
        const distributions = Object.values(measureAll(facts, { window }))
          .filter(({ unit, n }) => unit === 'duration' && n > 0)
          .map(({ distribution }) => distribution!);
        for (const { mean, p50, p85, p90, p95, max } of distributions) {
          const rising = [0, p50, p85, p90, p95, max];
          expect(rising).toEqual([...rising].sort((a, b) => a - b));
          expect(mean).toBeGreaterThanOrEqual(0);
          expect(mean).toBeLessThanOrEqual(max);
        }
      }),
    );
  });

  it('does not depend on the order of facts nor on duplicates', () => {
    fc.assert(
      fc.property(
        histories.chain(facts =>
          fc.tuple(
            fc.constant(facts),
            fc.shuffledSubarray([...facts, ...facts], {
              minLength: facts.length * 2,
              maxLength: facts.length * 2,
            }),
          ),
        ),
        windows,
        ([facts, shuffled], window) => {
          expect(JSON.stringify(measureAll(shuffled, { window }))).toBe(
            JSON.stringify(measureAll(facts, { window })),
          );
        },
      ),
    );
  });

  it('does not depend on which other metrics are measured', () => {
    fc.assert(
      fc.property(histories, windows, (facts, window) => {
        const together = measureAll(facts, { window });
        for (const metric of metricsOfFacts) {
          expect(measureAll(facts, { window, metrics: [metric] })).toEqual({
            [metric.definition.id]: together[metric.definition.id],
          });
        }
      }),
    );
  });

  it('does not change its input', () => {
    fc.assert(
      fc.property(histories, windows, (facts, window) => {
        const before = JSON.stringify(facts);
        facts.forEach(
          fact => Object.freeze(fact.fields) && Object.freeze(fact),
        );
        measureAll(Object.freeze(facts) as Fact[], { window });
        expect(JSON.stringify(facts)).toBe(before);
      }),
    );
  });

  it('is not changed by facts out of reach', () => {
    // Moved as a whole behind as-of or beyond any look-back, and under keys of
    // their own.
    fc.assert(
      fc.property(
        histories,
        histories,
        windows,
        fc.constantFrom(BEYOND_REACH * 3, -BEYOND_REACH * 3),
        (facts, others, window, shift) => {
          const away = others
            .filter(fact => shift > 0 || !isGoingOn(fact))
            .map(fact => moved(fact, shift));
          expect(measureAll([...facts, ...away], { window })).toEqual(
            measureAll(facts, { window }),
          );
        },
      ),
    );
  });

  it('is the same at any later as-of, as long as nothing else is known', () => {
    fc.assert(
      fc.property(
        histories,
        windows,
        fc.integer({ min: 0, max: 400 * DAY }),
        (facts, window, later) => {
          // What has happened by the end of the window.
          const known = facts.filter(fact =>
            Object.values(fact.fields).every(
              value => typeof value !== 'number' || value < window.to,
            ),
          );
          const withoutAsOf = (asOf: number) =>
            Object.values(measureAll(known, { window, asOf }))
              .filter(({ metric }) => !WITH_DEADLINE.includes(metric))
              .map(({ asOf: _, ...rest }) => rest);
          expect(withoutAsOf(window.to + later)).toEqual(
            withoutAsOf(window.to),
          );
        },
      ),
    );
  });

  it.each(['day', 'week'] as const)('adds up over every %s', bucket => {
    // What looks back sees further from a later bucket; its own test follows.
    const metrics = metricsOfFacts.filter(
      ({ definition, lookBackDays }) =>
        lookBackDays === undefined && !LATEST.includes(definition.id),
    );
    fc.assert(
      fc.property(histories, windows, (facts, window) => {
        const whole = measureAll(facts, { window });
        for (const metric of metrics) {
          const { points } = measureSeries({
            ...input({ facts }),
            metric,
            window,
            bucket,
          });
          const sum = (key: 'n' | 'numerator' | 'denominator') =>
            points.reduce((total, point) => total + (point[key] ?? 0), 0);
          const {
            n,
            numerator = 0,
            denominator = 0,
          } = whole[metric.definition.id];
          expect({
            n: sum('n'),
            numerator: sum('numerator'),
            denominator: sum('denominator'),
          }).toEqual({ n, numerator, denominator });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has the same number of fixes whole and in parts, where all is in reach', () => {
    fc.assert(
      fc.property(histories, windows, (facts, window) => {
        const near = facts.filter(fact =>
          Object.values(fact.fields).every(
            value => typeof value !== 'number' || value >= AS_OF - 85 * DAY,
          ),
        );
        const part = {
          from: Math.max(window.from, AS_OF - 85 * DAY),
          to: window.to,
        };
        fc.pre(part.from < part.to);
        for (const id of [
          'build-feedback-time',
          'red-build-fix-time',
          'change-lead-time',
        ]) {
          const metric = metricsOfFacts.find(m => m.definition.id === id)!;
          const { points } = measureSeries({
            ...input({ facts: near }),
            metric,
            window: part,
            bucket: 'week',
          });
          expect(points.reduce((total, { n }) => total + n, 0)).toBe(
            measureAll(near, { window: part })[id].n,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps value and sample of a source that has gone silent', () => {
    fc.assert(
      fc.property(histories, facts => {
        const live = measureAll(facts);
        const stale = measureAll(facts, {
          connections: allConnected({
            lastSeen: AS_OF - HOUR,
            staleAfterMs: HOUR - 1,
          }),
        });
        for (const id of Object.keys(live)) {
          // Of what nobody reads there is no source that could fall silent.
          expect(stale[id].status).toBe(
            live[id].status === 'no-source' ? 'no-source' : 'stale',
          );
          expect(stale[id].n).toBe(live[id].n);
          expect(stale[id].value).toBe(
            live[id].n === 0 ? undefined : live[id].value,
          );
        }
      }),
    );
  });
});
