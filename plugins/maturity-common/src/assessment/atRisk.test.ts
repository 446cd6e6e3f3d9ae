import type { MetricUnit } from '../metrics';
import type { MetricCriterion } from '../models';
import { isAtRisk } from './atRisk';
import { measurement } from './__testUtils__/scenario';

function atRisk(options: {
  unit: MetricUnit;
  operator: MetricCriterion['operator'];
  threshold: number;
  value?: number;
  of?: [number, number];
}): boolean {
  const [numerator, denominator] = options.of ?? [];
  const value = options.value ?? numerator! / denominator!;
  return isAtRisk(
    {
      kind: 'metric',
      id: 'c',
      level: 3,
      title: { en: 'text', 'zh-CN': '文字' },
      provenance: { kind: 'inferred', source: 'test' },
      metric: 'm',
      statistic: 'value',
      operator: options.operator,
      threshold: options.threshold,
      onNone: 'undecided',
    },
    {
      measurements: {
        m: measurement('m', {
          unit: options.unit,
          value,
          numerator,
          denominator,
        }),
      },
      decisions: {},
      earlier: () => undefined,
    },
  );
}

describe('isAtRisk', () => {
  it.each([
    ['duration', '<=', 30, 26.9, false],
    ['duration', '<=', 30, 27, true],
    ['duration', '<=', 30, 30, true],
    ['duration', '<=', 30, 30.1, false],
    ['duration', '<', 30, 29, true],
    ['count', '>=', 100, 100, true],
    ['count', '>=', 100, 110, true],
    ['count', '>=', 100, 111, false],
    ['count', '>', 100, 105, true],
    ['count', '<=', 0, 0, false],
    ['per-day', '>=', 0.1, 0.11, true],
    ['per-day', '>=', 0.1, 0.12, false],
  ] as const)(
    '%s %s %d at %d: %s',
    (unit, operator, threshold, value, risk) => {
      expect(atRisk({ unit, operator, threshold, value })).toBe(risk);
    },
  );

  it.each([
    // One more that was not automated: 19/21, 99/101, 191/201.
    ['>=', 0.95, [19, 20], true],
    ['>=', 0.95, [99, 100], false],
    ['>=', 0.95, [1910, 2000], false],
    ['>=', 0.95, [1909, 2000], true],
    ['>', 0.95, [1910, 2000], true],
    // One more failure: 1/20, 1/21, 2/41.
    ['<=', 0.05, [0, 19], false],
    ['<=', 0.05, [0, 18], true],
    ['<', 0.05, [0, 19], true],
    ['<=', 0.05, [1, 40], false],
    ['<=', 0.05, [90, 2000], false],
    ['<=', 0.05, [91, 2000], true],
    ['<=', 0.005, [0, 20], true],
    // A ratio that fails already is not at risk.
    ['<=', 0.05, [2, 20], false],
  ] as const)('ratio %s %d at %p: %s', (operator, threshold, of, risk) => {
    expect(
      atRisk({ unit: 'ratio', operator, threshold, of: [of[0], of[1]] }),
    ).toBe(risk);
  });

  it('goes by the allowed share alone where the counts are not known', () => {
    const ratio = { unit: 'ratio', operator: '>=', threshold: 0.9 } as const;
    expect(atRisk({ ...ratio, value: 0.91 })).toBe(false);
    expect(atRisk({ ...ratio, value: 0.905 })).toBe(true);
  });

  it.each([
    ['its own proof is close and there is no other', 95, 0, 0, true],
    ['its own proof is safe', 80, 95, 95, false],
    ['the other proof is safe', 95, 80, 80, false],
    ['the other proof alone holds, and part of it is close', 200, 80, 95, true],
    ['the other proof alone holds, safely', 200, 80, 80, false],
    ['both are close', 95, 95, 80, true],
    ['neither holds', 200, 80, 200, false],
  ])('with an alternative, when %s', (_, own, first, second, risk) => {
    const condition = {
      statistic: 'value',
      operator: '<=',
      threshold: 100,
    } as const;
    const other = first
      ? [
          { ...condition, metric: 'first' },
          { ...condition, metric: 'second' },
        ]
      : undefined;
    const of = (value: number) => measurement('m', { unit: 'duration', value });
    expect(
      isAtRisk(
        {
          kind: 'metric',
          id: 'c',
          level: 3,
          title: { en: 'text', 'zh-CN': '文字' },
          provenance: { kind: 'inferred', source: 'test' },
          ...condition,
          metric: 'own',
          onNone: 'undecided',
          alternative: other,
        },
        {
          measurements: {
            own: of(own),
            first: of(first),
            second: of(second),
          },
          decisions: {},
          earlier: () => undefined,
        },
      ),
    ).toBe(risk);
  });
});
