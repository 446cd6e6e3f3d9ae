import {
  AROUND_THE_CLOCK,
  WEEKDAYS,
  type Fact,
  type Measurement,
} from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import {
  allConnected,
  AS_OF,
  connection,
  daysAgo,
  HOUR,
  input,
} from '../../__testUtils__/facts';
import { windows } from '../../__testUtils__/histories';
import { faultHistories } from '../../__testUtils__/incidents';
import { measureAll } from '../../__testUtils__/measureAll';
import { burnRates } from './burnRates';
import { incidentMetrics } from './incidentMetrics';

const subject = {
  recoveryTimeObjectiveMs: 2 * HOUR,
  availabilityTarget: 0.99,
};

const calendars = {
  work: WEEKDAYS,
  session: {
    ...AROUND_THE_CLOCK,
    hours: [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '24:00' },
    ],
  },
};

function measureWith(
  facts: readonly Fact[],
  options: Parameters<typeof measureAll>[1] = {},
): Record<string, Measurement> {
  return measureAll(facts, {
    metrics: incidentMetrics,
    subject,
    calendars,
    ...options,
  });
}

/** What was open when the window ended may be overdue later. */
const WITH_DEADLINE = ['reviewed-in-time-rate', 'alerts-acknowledged-in-time'];

describe('the metrics of incidents', () => {
  it('depend neither on the order of facts nor on duplicates', () => {
    fc.assert(
      fc.property(
        faultHistories.chain(facts =>
          fc.tuple(
            fc.constant(facts),
            fc.shuffledSubarray([...facts, ...facts], {
              minLength: facts.length * 2,
            }),
          ),
        ),
        windows,
        ([facts, shuffled], window) => {
          expect(JSON.stringify(measureWith(shuffled, { window }))).toBe(
            JSON.stringify(measureWith(facts, { window })),
          );
        },
      ),
    );
  });

  it('never fail, and have evidence of their sample from the window', () => {
    fc.assert(
      fc.property(faultHistories, windows, (facts, window) => {
        const all = measureWith(facts, { window, evidenceLimit: 1000 });
        for (const [id, m] of Object.entries(all)) {
          expect(m.status).not.toBe('error');
          const sample = m.evidence.filter(({ role }) => role !== 'open');
          // Days are not outages.
          const days = id === 'reportable-outage-days';
          expect(days || sample.length === m.n).toBe(true);
          expect(m.evidence.length - sample.length).toBe(m.open);
          // Their own windows end with this one, and may begin before it.
          const { from } = id.startsWith('burn-rate')
            ? { from: window.to - 3 * 24 * HOUR }
            : window;
          for (const { at } of sample) {
            expect(at).toBeGreaterThanOrEqual(Math.min(from, window.from));
            expect(at).toBeLessThan(window.to);
          }
        }
      }),
    );
  });

  it('keep shares from 0 to 1, and a budget below 1', () => {
    fc.assert(
      fc.property(faultHistories, windows, (facts, window) => {
        const shares = Object.values(measureWith(facts, { window })).filter(
          ({ unit, value }) => unit === 'ratio' && value !== undefined,
        );
        for (const { metric, value, numerator, denominator } of shares) {
          expect(value).toBeLessThanOrEqual(1);
          expect(value).toBe(numerator! / denominator!);
          expect(metric === 'error-budget' || value! >= 0).toBe(true);
        }
      }),
    );
  });

  it('are undecided without a source, whatever facts lie around', () => {
    fc.assert(
      fc.property(faultHistories, facts => {
        for (const m of Object.values(
          measureWith(facts, { connections: {} }),
        )) {
          expect(m.status).toBe('no-source');
          expect(m).not.toHaveProperty('value');
        }
      }),
    );
  });

  it('split into windows whose service time and downtime add up', () => {
    fc.assert(
      fc.property(
        faultHistories,
        fc.integer({ min: 1, max: 2000 }),
        (facts, hours) => {
          // Where all that ended is in reach of both parts.
          const near = facts.filter(
            fact =>
              fact.kind !== 'incident' ||
              Object.values(fact.fields).every(
                value => typeof value !== 'number' || value >= daysAgo(170),
              ),
          );
          const from = daysAgo(85);
          const middle = from + hours * HOUR;
          const [whole, first, second] = [
            { from, to: AS_OF },
            { from, to: middle },
            { from: middle, to: AS_OF },
          ].map(window => measureWith(near, { window }));
          for (const key of ['numerator', 'denominator'] as const) {
            expect(first.availability[key]! + second.availability[key]!).toBe(
              whole.availability[key],
            );
          }
          for (const id of [
            'incidents',
            'monitoring-discovery-rate',
            'time-to-detect',
            'time-to-acknowledge',
            'time-to-restore',
            'reviewed-in-time-rate',
            'repeat-incident-rate',
            'alerts-acknowledged-in-time',
            'alerts-per-day',
            'change-caused-incident-rate',
            'action-closure-rate',
            'alert-precision',
          ]) {
            expect(first[id].n + second[id].n).toBe(whole[id].n);
          }
        },
      ),
    );
  });

  it('are the same at any later as-of, as long as nothing else is known', () => {
    fc.assert(
      fc.property(
        faultHistories,
        windows,
        fc.integer({ min: 0, max: 100 }),
        (facts, window, days) => {
          const known = facts.filter(fact =>
            Object.values(fact.fields).every(
              value => typeof value !== 'number' || value < window.to,
            ),
          );
          const withoutAsOf = (asOf: number) =>
            Object.values(measureWith(known, { window, asOf }))
              .filter(({ metric }) => !WITH_DEADLINE.includes(metric))
              .map(({ asOf: _, ...rest }) => rest);
          expect(withoutAsOf(window.to + days * 24 * HOUR)).toEqual(
            withoutAsOf(window.to),
          );
        },
      ),
    );
  });

  it('never fall when something is restored earlier', () => {
    fc.assert(
      fc.property(
        faultHistories,
        windows,
        fc.integer({ min: 0, max: 39 }),
        fc.integer({ min: 1, max: 200 }),
        (facts, window, index, quarters) => {
          const faults = facts.filter(
            (fact): fact is Fact<'incident'> => fact.kind === 'incident',
          );
          fc.pre(faults.length > 0);
          const chosen = faults[index % faults.length];
          const { startedAt, detectedAt, restoredAt } = chosen.fields;
          const begun = startedAt ?? detectedAt;
          fc.pre(begun !== undefined && !((restoredAt ?? begun) < begun));
          // Within reach: what ends too far back is not read at all.
          fc.pre(begun! >= window.from);
          const earlier = Math.max(
            begun!,
            (restoredAt ?? AS_OF) - quarters * 15 * 60_000,
          );
          fc.pre(earlier < window.to);
          const better = facts.map(fact =>
            fact === chosen
              ? { ...chosen, fields: { ...chosen.fields, restoredAt: earlier } }
              : fact,
          ) as Fact[];
          const before = measureWith(facts, { window });
          const after = measureWith(better, { window });
          const fallen = [
            'availability',
            'error-budget',
            'recovery-compliance-rate',
          ].filter(id => after[id].value! < before[id].value!);
          expect(fallen).toEqual([]);
          expect(after['reportable-outage-days'].n).toBeLessThanOrEqual(
            before['reportable-outage-days'].n,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never improve by a fault that monitoring did not notice', () => {
    fc.assert(
      fc.property(faultHistories, facts => {
        const unnoticed: Fact = {
          kind: 'incident',
          source: 'ci',
          key: '+',
          firstSeq: 1,
          lastSeq: 1,
          generated: false,
          fields: { startedAt: daysAgo(1), restoredAt: daysAgo(0.5) },
        };
        const before = measureWith(facts);
        const after = measureWith([...facts, unnoticed]);
        const risen = [
          'availability',
          'error-budget',
          'monitoring-discovery-rate',
          'recovery-compliance-rate',
        ].filter(id => after[id].value! > before[id].value!);
        expect(risen).toEqual([]);
        expect(after.incidents.value).toBe(before.incidents.value! + 1);
      }),
    );
  });

  it('say since when they were connected, but for the last hours', () => {
    fc.assert(
      fc.property(faultHistories, facts => {
        const since = daysAgo(30);
        for (const m of Object.values(
          measureWith(facts, {
            connections: allConnected({ ...connection(), since }),
            metrics: incidentMetrics.filter(
              metric => !burnRates.includes(metric),
            ),
          }),
        )) {
          expect(m.connectedSince).toBe(since);
          expect(m.n === 0).toBe(
            m.value === undefined && m.status === 'insufficient',
          );
        }
      }),
    );
  });

  it('are measured fast where there are many', () => {
    const alerts = Array.from({ length: 10_000 }, (_, i): Fact => {
      const startedAt = daysAgo(89) + i * 12 * 60_000;
      return {
        kind: 'alert',
        source: 'ci',
        key: String(i).padStart(5, '0'),
        firstSeq: i,
        lastSeq: i,
        generated: false,
        fields: {
          startedAt,
          resolvedAt: startedAt + 8 * 60_000,
          severity: 'critical',
        },
      };
    });
    const incidents = Array.from({ length: 200 }, (_, i): Fact => {
      const startedAt = daysAgo(89) + i * 10 * HOUR;
      return {
        kind: 'incident',
        source: 'ci',
        key: String(i).padStart(3, '0'),
        firstSeq: i,
        lastSeq: i,
        generated: false,
        fields: { startedAt, restoredAt: startedAt + 3 * HOUR },
      };
    });
    const facts = [...alerts, ...incidents];
    const options = { ...input({ facts }), metrics: incidentMetrics };
    measureWith(facts, options);
    const begun = performance.now();
    const { availability } = measureWith(facts, options);
    const took = performance.now() - begun;
    expect(availability.n).toBe(200);
    // Some 60 ms; generous, as tests run beside each other.
    expect(took).toBeLessThan(2000);
    if (process.env.BENCH) {
      process.stdout.write(`measured in ${took.toFixed(0)} ms\n`);
    }
  });
});
