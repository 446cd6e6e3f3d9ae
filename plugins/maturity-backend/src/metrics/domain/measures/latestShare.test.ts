import {
  daysBefore,
  type MeasureFields,
} from '@devops-scorecards/plugin-maturity-common';
import {
  AS_OF,
  daysAgo,
  input,
  measure,
  TIME_ZONE,
} from '../../__testUtils__/facts';
import { builtInMetrics } from '../../builtInMetrics';

function metricOf(id: string) {
  return builtInMetrics.find(({ definition }) => definition.id === id)!;
}

describe.each([
  ['unit-coverage', metricOf('unit-test-coverage')],
  ['new-code-coverage', metricOf('new-code-coverage')],
  ['api-coverage', metricOf('api-automation-coverage')],
])('the coverage of %s', (name, metric) => {
  function reading(key: string, fields: MeasureFields) {
    return measure(key, {
      name,
      part: 8439,
      total: 10_000,
      measuredAt: daysAgo(2),
      ...fields,
    });
  }

  it('is the latest reading, as in the worked example of its page', () => {
    const facts = [
      reading('old', { measuredAt: daysAgo(40), part: 4000 }),
      reading('new', {}),
      measure('other', {
        name: 'other',
        part: 1,
        total: 1,
        measuredAt: AS_OF - 1,
      }),
    ];
    for (const list of [facts, [...facts].reverse()]) {
      expect(metric.measure(input({ facts: list }))).toMatchObject({
        status: 'ok',
        value: 0.8439,
        n: 10_000,
        numerator: 8439,
        denominator: 10_000,
        unknown: 0,
        evidence: [{ key: 'new', role: 'for', value: 0.8439, label: name }],
      });
    }
  });

  it('takes the larger key of two readings at once, whatever their order', () => {
    const facts = [reading('a', { part: 1 }), reading('b', { part: 2 })];
    for (const list of [facts, [...facts].reverse()]) {
      expect(metric.measure(input({ facts: list })).numerator).toBe(2);
    }
  });

  it.each([
    ['at as-of', { measuredAt: AS_OF }],
    ['without a time', { measuredAt: undefined }],
    ['of a branch', { trunk: false }],
    ['of an unknown branch', { trunk: undefined }],
    ['of another name', { name: 'other' }],
    [
      'from before the look-back',
      { measuredAt: daysBefore(input().window.from, 90, TIME_ZONE) - 1 },
    ],
  ])('has no source where there is but a reading %s', (_, fields) => {
    const measurement = metric.measure(
      input({ facts: [reading('1', fields)] }),
    );
    expect(measurement).toMatchObject({
      status: 'no-source',
      missing: ['measure'],
      n: 0,
    });
    expect(measurement).not.toHaveProperty('value');
  });

  it.each([
    ['before the window', { measuredAt: input().window.from - 1 }, 0],
    [
      'at the start of the look-back',
      { measuredAt: daysBefore(input().window.from, 90, TIME_ZONE) },
      0,
    ],
    ['of more than all', { part: 14, total: 10 }, 1],
    ['of nothing', { part: 0, total: 0 }, 1],
    ['without a part', { part: undefined }, 1],
    ['without a total', { total: undefined }, 1],
    ['with half a line', { part: 0.5 }, 1],
    ['below nothing', { part: -1 }, 1],
  ])('is insufficient with a reading %s alone', (_, fields, unknown) => {
    const measurement = metric.measure(
      input({ facts: [reading('1', fields)] }),
    );
    expect(measurement).toMatchObject({
      status: 'insufficient',
      n: 0,
      unknown,
    });
    expect(measurement).not.toHaveProperty('value');
  });

  it('takes a reading at the very start of the window', () => {
    const facts = [reading('1', { measuredAt: input().window.from })];
    expect(metric.measure(input({ facts })).status).toBe('ok');
  });

  it('knows 0 of many from no reading', () => {
    const facts = [reading('1', { part: 0 })];
    expect(metric.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 0,
    });
  });
});
