import { axisOf } from './axis';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('axisOf', () => {
  it.each([
    [
      'high ratios from one half',
      { values: [0.9, 0.947], unit: 'ratio', threshold: 0.95 } as const,
      [0.5, 0.6, 0.7, 0.8, 0.9, 1],
    ],
    [
      'low ratios from 0',
      { values: [0, 0.04], unit: 'ratio', threshold: 0.05 } as const,
      [0, 0.01, 0.02, 0.03, 0.04, 0.05],
    ],
    [
      'mixed ratios up to 1',
      { values: [0.1, 1], unit: 'ratio' } as const,
      [0, 0.2, 0.4, 0.6, 0.8, 1],
    ],
    [
      'minutes in round steps',
      { values: [47 * MINUTE], unit: 'duration' } as const,
      [0, 10, 20, 30, 40, 50].map(n => n * MINUTE),
    ],
    [
      'hours in round steps, threshold inside',
      { values: [HOUR], unit: 'duration', threshold: 4 * HOUR } as const,
      [0, 1, 2, 3, 4].map(n => n * HOUR),
    ],
    ['counts whole', { values: [3], unit: 'count' } as const, [0, 1, 2, 3]],
    [
      'no value at all',
      { values: [], unit: 'per-day' } as const,
      [0, 0.02, 0.04, 0.06, 0.08, 0.1],
    ],
  ])('%s', (_, options, ticks) => {
    const axis = axisOf({ ...options, values: [...options.values] });
    expect(axis.ticks).toEqual(ticks);
    expect(axis.domain).toEqual([ticks[0], ticks[ticks.length - 1]]);
  });
});
