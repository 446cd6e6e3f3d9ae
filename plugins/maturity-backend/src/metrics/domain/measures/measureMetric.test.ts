import type { MeasureFields } from '@devops-scorecards/plugin-maturity-common';
import type {
  MetricInput,
  ReadingMetric,
} from '@devops-scorecards/plugin-maturity-node';
import {
  allConnected,
  AS_OF,
  daysAgo,
  HOUR,
  input,
  measure,
  MINUTE,
} from '../../__testUtils__/facts';
import { measureMetric } from './measureMetric';

const declared: ReadingMetric = {
  id: 'own',
  area: 'drill',
  title: { en: 'Own', 'zh-CN': '自有' },
  description: { en: 'Of our own.', 'zh-CN': '自有。' },
  direction: 'higher',
  source: 'Our handbook',
  page: 'metrics/own.md',
  measure: 'own-reading',
  kind: 'latest-value',
};

function reading(key: string, fields: MeasureFields = {}) {
  return measure(key, {
    name: 'own-reading',
    measuredAt: daysAgo(3),
    trunk: undefined,
    ...fields,
  });
}

function measured(
  metric: Partial<ReadingMetric>,
  readings: MeasureFields[],
  asked: Partial<MetricInput> = {},
) {
  return measureMetric({ ...declared, ...metric }).measure(
    input({
      facts: readings.map((fields, i) => reading(`${i}`, fields)),
      ...asked,
    }),
  );
}

describe('the latest value', () => {
  it('is that of the latest reading, whatever its branch', () => {
    expect(
      measured({ unit: 'times' }, [
        { value: 2.3, measuredAt: daysAgo(2) },
        { value: 1.8, measuredAt: daysAgo(40) },
      ]),
    ).toMatchObject({
      status: 'ok',
      value: 2.3,
      unit: 'times',
      n: 1,
      unknown: 0,
      evidence: [{ role: 'for', value: 2.3, key: '0' }],
    });
  });

  it('may be 0, which is not nothing', () => {
    expect(measured({}, [{ value: 0 }])).toMatchObject({
      status: 'ok',
      value: 0,
      n: 1,
    });
  });

  it.each([
    ['no value', {}],
    ['a value below nothing', { value: -1 }],
    ['a value that is no number', { value: NaN }],
    ['a value without end', { value: Infinity }],
  ])('is insufficient with %s', (_, fields) => {
    const measurement = measured({}, [fields]);
    expect(measurement).toMatchObject({
      status: 'insufficient',
      n: 0,
      unknown: 1,
    });
    expect(measurement).not.toHaveProperty('value');
  });

  it('keeps to the trunk where it is of code', () => {
    expect(measured({ ofCode: true }, [{ value: 1 }]).status).toBe('no-source');
    expect(measured({ ofCode: true }, [{ value: 1, trunk: true }]).status).toBe(
      'ok',
    );
  });
});

describe('a distribution of values', () => {
  const kind = 'distribution' as const;

  it('is the worked example of its pages', () => {
    const minutes = [10, 20, 30, 40, 90];
    expect(
      measured(
        { kind, direction: 'lower' },
        minutes.map(value => ({ value: value * MINUTE })),
      ),
    ).toMatchObject({
      status: 'ok',
      statistic: 'p90',
      value: 70 * MINUTE,
      n: 5,
      distribution: {
        mean: 38 * MINUTE,
        p50: 30 * MINUTE,
        max: 90 * MINUTE,
      },
    });
  });

  it('rounds to milliseconds and leaves out what is negative', () => {
    expect(
      measured({ kind, minimum: 1 }, [{ value: 10.4 }, { value: -5 }]),
    ).toMatchObject({ status: 'ok', value: 10, n: 1, unknown: 1 });
  });

  it('has the statistic that it declares', () => {
    expect(
      measured({ kind, statistic: 'p50', minimum: 1 }, [
        { value: 1 },
        { value: 2 },
        { value: 9 },
      ]).value,
    ).toBe(2);
  });
});

describe('a total', () => {
  const kind = 'total' as const;

  it('adds up what all readings counted, the totals of shares too', () => {
    expect(
      measured({ kind }, [
        { part: 1, total: 2 },
        { part: 3, total: 3 },
        { value: 4 },
        { value: 0.5 },
        { part: 2, total: 1, value: 7 },
      ]),
    ).toMatchObject({ status: 'ok', value: 9, n: 9, unknown: 2 });
  });

  it('is 0 where somebody reads and nothing was counted in the window', () => {
    expect(
      measured({ kind }, [{ value: 3, measuredAt: daysAgo(100) }]),
    ).toMatchObject({ status: 'ok', value: 0, n: 0 });
  });

  it('has no source where nobody reads', () => {
    expect(measured({ kind }, [])).toMatchObject({
      status: 'no-source',
      missing: ['measure'],
    });
  });

  it('is insufficient where no reading counts anything that can be', () => {
    const measurement = measured({ kind }, [{ value: 0.5 }]);
    expect(measurement).toMatchObject({ status: 'insufficient', unknown: 1 });
    expect(measurement).not.toHaveProperty('value');
  });
});

describe('the change of a share', () => {
  const kind = 'share-change' as const;

  it('is the latest less the first of the window, and may be negative', () => {
    expect(
      measured({ kind, direction: 'lower' }, [
        { part: 1, total: 100, measuredAt: daysAgo(100) },
        { part: 8, total: 100, measuredAt: daysAgo(80) },
        { part: 30, total: 100, measuredAt: daysAgo(40) },
        { part: 10, total: 200, measuredAt: daysAgo(1) },
      ]),
    ).toMatchObject({
      status: 'ok',
      value: 0.05 - 0.08,
      n: 2,
      evidence: [
        { key: '3', value: 0.05 },
        { key: '1', value: 0.08 },
      ],
    });
  });

  it('takes two readings', () => {
    const measurement = measured({ kind }, [{ part: 1, total: 2 }]);
    expect(measurement).toMatchObject({ status: 'insufficient', n: 1 });
    expect(measurement).not.toHaveProperty('value');
  });
});

describe('the status of readings', () => {
  it('says when a source that is partly connected has read nothing valid', () => {
    const connections = allConnected({ since: daysAgo(20) });
    expect(
      measured({ kind: 'total' }, [{ value: 0.5 }], { connections }),
    ).toMatchObject({ status: 'insufficient', connectedSince: daysAgo(20) });
  });

  it('is stale with its value where the source fell silent', () => {
    const connections = allConnected({
      lastSeen: AS_OF - 2 * HOUR,
      staleAfterMs: HOUR,
    });
    expect(measured({}, [{ value: 2 }], { connections })).toMatchObject({
      status: 'stale',
      value: 2,
    });
  });
});

it('pools shares over the parts of a window to those of the whole', () => {
  const metric = measureMetric({ ...declared, kind: 'pooled-share' });
  const facts = [1, 20, 40, 60].map(days =>
    reading(`${days}`, { part: days, total: 100, measuredAt: daysAgo(days) }),
  );
  const { window } = input();
  const middle = daysAgo(30);
  const [whole, first, second] = [
    window,
    { from: window.from, to: middle },
    { from: middle, to: window.to },
  ].map(part => metric.measure(input({ facts, window: part })));
  expect(first.numerator! + second.numerator!).toBe(whole.numerator);
  expect(first.n + second.n).toBe(whole.n);
  expect(whole.value).toBe(121 / 400);
});
