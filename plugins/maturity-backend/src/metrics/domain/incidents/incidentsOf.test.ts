import type { Fact } from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import {
  AS_OF,
  connection,
  daysAgo,
  MINUTE,
  run,
  times,
} from '../../__testUtils__/facts';
import { alert, faultHistories, incident } from '../../__testUtils__/incidents';
import {
  alertOfIncident,
  incidentsOf,
  isMadeOfAlerts,
  type AlertRule,
} from './incidentsOf';

const rule: AlertRule = { severity: 'critical', openForMs: 5 * MINUTE };
const connections = { alert: connection() };
const start = daysAgo(3);

/** An alert from and to a number of minutes after the start. */
function firing(key: string, from: number, to?: number) {
  return alert(key, {
    startedAt: start + from * MINUTE,
    resolvedAt: to === undefined ? undefined : start + to * MINUTE,
  });
}

function incidentsFrom(
  facts: readonly Fact[],
  options: Partial<Parameters<typeof incidentsOf>[1]> = {},
): Fact<'incident'>[] {
  return incidentsOf(facts, {
    rule,
    connections,
    asOf: AS_OF,
    ...options,
  }).filter(fact => fact.kind === 'incident');
}

/** When each incident was detected and restored, in minutes after the start. */
function spansFrom(...facts: Fact[]) {
  return incidentsFrom(facts).map(({ fields }) => [
    (fields.detectedAt! - start) / MINUTE,
    fields.restoredAt === undefined
      ? undefined
      : (fields.restoredAt - start) / MINUTE,
  ]);
}

describe('incidentsOf', () => {
  it('makes an incident of an alert', () => {
    const [made, ...others] = incidentsFrom([
      alert(
        'disk@1',
        {
          alertKey: 'disk',
          name: 'Disk full',
          startedAt: start,
          acknowledgedAt: start + 2 * MINUTE,
          resolvedAt: start + 9 * MINUTE,
          url: 'https://alerts.example/disk',
        },
        { source: 'monitor', firstSeq: 3, lastSeq: 7, corrected: true },
      ),
    ]);
    expect(others).toEqual([]);
    expect(made).toEqual({
      kind: 'incident',
      source: 'monitor',
      key: 'alerts:disk@1',
      firstSeq: 3,
      lastSeq: 7,
      generated: false,
      corrected: true,
      fields: {
        title: 'Disk full',
        severity: 'critical',
        detectedAt: start,
        detectedBy: 'monitoring',
        acknowledgedAt: start + 2 * MINUTE,
        restoredAt: start + 9 * MINUTE,
        alertKey: 'disk',
        url: 'https://alerts.example/disk',
      },
    });
    expect(isMadeOfAlerts(made)).toBe(true);
    expect(alertOfIncident(made.key)).toBe('disk@1');
    expect(isMadeOfAlerts(incident('i'))).toBe(false);
  });

  it.each([
    ['open for five minutes', [firing('a', 0, 5)], [[0, 5]]],
    ['open for less', [firing('a', 0, 4.99)], []],
    ['open still', [firing('a', 0)], [[0, undefined]]],
    ['overlapping', [firing('a', 0, 10), firing('b', 8, 20)], [[0, 20]]],
    ['inside another', [firing('a', 0, 30), firing('b', 8, 20)], [[0, 30]]],
    [
      'five minutes apart',
      [firing('a', 0, 10), firing('b', 15, 20)],
      [[0, 20]],
    ],
    [
      'further apart',
      [firing('a', 0, 10), firing('b', 15.01, 30)],
      [
        [0, 10],
        [15.01, 30],
      ],
    ],
    [
      'one of two resolved',
      [firing('a', 0, 10), firing('b', 8)],
      [[0, undefined]],
    ],
    [
      'joined by one that was too short to count',
      [firing('a', 0, 10), firing('b', 12, 14), firing('c', 18, 30)],
      [
        [0, 10],
        [18, 30],
      ],
    ],
  ])('of alerts %s', (_, facts, expected) => {
    expect(spansFrom(...facts)).toEqual(expected);
    expect(spansFrom(...[...facts].reverse())).toEqual(expected);
  });

  it('makes one incident of a storm of 10,000', () => {
    const storm = times(10_000, i =>
      firing(`a${i}`, i / 100, i / 100 + 5 + (i % 7)),
    );
    expect(spansFrom(...storm)).toHaveLength(1);
  });

  it('knows the first acknowledgement of several', () => {
    const [made] = incidentsFrom([
      firing('a', 0, 10),
      alert('b', {
        startedAt: start + MINUTE,
        acknowledgedAt: start + 3 * MINUTE,
        resolvedAt: start + 10 * MINUTE,
      }),
    ]);
    expect(made.key).toBe('alerts:a');
    expect(made.fields.acknowledgedAt).toBe(start + 3 * MINUTE);
  });

  it.each([
    ['a warning', { severity: 'warning' as const }],
    ['an unknown severity', { severity: undefined }],
    ['an unknown start', { startedAt: undefined }],
    ['one to come', { startedAt: AS_OF }],
    ['one that is too young', { startedAt: AS_OF - 4 * MINUTE }],
  ])('makes none of %s', (_, fields) => {
    expect(
      incidentsFrom([alert('a', { startedAt: start, ...fields })]),
    ).toEqual([]);
  });

  it('does not foresee that alerts are resolved', () => {
    const [made] = incidentsFrom([firing('a', 0, 20)], {
      asOf: start + 20 * MINUTE,
    });
    expect(made.fields).not.toHaveProperty('restoredAt');
  });

  it.each([
    ['there is no rule', { rule: undefined }],
    [
      'incidents have a source of their own',
      { connections: { ...connections, incident: connection() } },
    ],
    ['alerts have no source', { connections: {} }],
  ])('makes none where %s', (_, options) => {
    expect(incidentsFrom([firing('a', 0, 60)], options)).toEqual([]);
  });

  it('leaves announced maintenance out, and everything else in', () => {
    const facts = [
      run('r'),
      incident('planned', { scheduled: true }),
      incident('fault', { scheduled: false }),
      firing('a', 0, 1),
    ];
    expect(
      incidentsOf(facts, { rule: undefined, connections: {}, asOf: AS_OF }),
    ).toEqual([facts[0], facts[2], facts[3]]);
  });

  it('depends neither on order nor on duplicates', () => {
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
        ([facts, shuffled]) => {
          const madeOf = (given: readonly Fact[]) =>
            incidentsFrom(given).filter(isMadeOfAlerts);
          expect(madeOf(shuffled)).toEqual(madeOf(facts));
        },
      ),
    );
  });
});
