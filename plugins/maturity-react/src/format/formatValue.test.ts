import type { MetricUnit } from '@devops-scorecards/plugin-maturity-common';
import { englishTexts } from '../testing/englishTexts';
import { formatAgainst, formatValue } from './formatValue';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('formatValue', () => {
  it.each<[number, MetricUnit, string, string]>([
    [0.947368, 'ratio', '94.7%', '94.7%'],
    [1, 'ratio', '100%', '100%'],
    [0, 'ratio', '0%', '0%'],
    [0, 'duration', '0\u00a0sec', '0秒'],
    [45_000, 'duration', '45\u00a0sec', '45秒'],
    [47 * MINUTE, 'duration', '47\u00a0min', '47分钟'],
    [4 * HOUR, 'duration', '4\u00a0hr', '4小时'],
    [3.25 * HOUR, 'duration', '3.3\u00a0hr', '3.3小时'],
    [59_960, 'duration', '1\u00a0min', '1分钟'],
    [60 * MINUTE, 'duration', '1\u00a0hr', '1小时'],
    [93.6 * MINUTE, 'duration', '1.6\u00a0hr', '1.6小时'],
    [24 * HOUR, 'duration', '24\u00a0hr', '24小时'],
    [48 * HOUR, 'duration', '2\u00a0days', '2天'],
    [72 * HOUR, 'duration', '3\u00a0days', '3天'],
    [12, 'count', '12', '12'],
    [1234.5, 'count', '1,234.5', '1,234.5'],
    [0.211, 'per-day', '0.21\u00a0per day', '0.21\u00a0per day'],
    [14.4, 'times', '14.4×', '14.4×'],
  ])('%d as %s is %s, in Chinese numbers %s', (value, unit, en, zh) => {
    expect(formatValue({ value, unit, texts: englishTexts() })).toBe(en);
    expect(formatValue({ value, unit, texts: englishTexts('zh-CN') })).toBe(zh);
  });
});

it('lets the values of one axis share a unit', () => {
  expect(
    formatValue({
      value: HOUR,
      unit: 'duration',
      texts: englishTexts(),
      like: 3 * HOUR,
    }),
  ).toBe('1\u00a0hr');
});

describe('formatAgainst', () => {
  const texts = englishTexts();

  it.each([
    [18 / 19, 0.95, '94.7%', '95%'],
    [0.9496, 0.95, '94.96%', '95%'],
    [0.94996, 0.95, '94.996%', '95%'],
    [0.95, 0.95, '95%', '95%'],
    [0.0049, 0.005, '0.49%', '0.5%'],
  ])(
    '%d beside %d never looks equal unless it is',
    (value, threshold, ...shown) => {
      const pair = formatAgainst({ value, threshold, unit: 'ratio', texts });
      expect([pair.value, pair.threshold]).toEqual(shown);
    },
  );

  it('lets durations take the unit that suits each', () => {
    expect(
      formatAgainst({
        value: 5 * HOUR,
        threshold: 30 * MINUTE,
        unit: 'duration',
        texts,
      }),
    ).toEqual({ value: '5\u00a0hr', threshold: '30\u00a0min' });
  });
});
