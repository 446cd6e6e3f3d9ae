import { readQuantity } from './readQuantity';

describe('readQuantity', () => {
  it.each([
    ['30m', 'duration', 1_800_000],
    ['4h', 'duration', 14_400_000],
    ['1d', 'duration', 86_400_000],
    ['1d12h', 'duration', 129_600_000],
    ['1w', 'duration', 604_800_000],
    ['90s', 'duration', 90_000],
    ['250ms', 'duration', 250],
    ['1.5h', 'duration', 5_400_000],
    ['95%', 'ratio', 0.95],
    ['0.5%', 'ratio', 0.005],
    ['99.9%', 'ratio', 0.999],
    ['99.99%', 'ratio', 0.9999],
    ['15 %', 'ratio', 0.15],
    ['0%', 'ratio', 0],
    ['100%', 'ratio', 1],
    ['2/d', 'per-day', 2],
    ['1/w', 'per-day', 1 / 7],
    ['1/30d', 'per-day', 1 / 30],
    ['3 / 2w', 'per-day', 3 / 14],
    [10, 'count', 10],
    [0, 'count', 0],
    [2.5, 'times', 2.5],
  ] as const)('reads %p as %s', (written, unit, value) => {
    expect(readQuantity(written, unit)).toEqual({ value });
  });

  it.each([
    ['4 hours', 'duration'],
    ['4', 'duration'],
    [14400000, 'duration'],
    ['-4h', 'duration'],
    ['', 'duration'],
    ['0.95', 'ratio'],
    [95, 'ratio'],
    ['101%', 'ratio'],
    ['-1%', 'ratio'],
    [0.03, 'per-day'],
    ['1/0d', 'per-day'],
    ['daily', 'per-day'],
    ['10', 'count'],
    [-1, 'count'],
  ] as const)('refuses %p as %s and says how to write it', (written, unit) => {
    expect(readQuantity(written, unit)).toEqual({
      fix: expect.stringMatching(/^write .* such as /),
    });
  });
});
