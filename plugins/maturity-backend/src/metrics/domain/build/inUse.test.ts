import {
  AS_OF,
  change,
  daysAgo,
  input,
  run,
  times,
} from '../../__testUtils__/facts';
import { versionControlInUse } from '../code/versionControlInUse';
import { continuousIntegrationInUse } from './continuousIntegrationInUse';

describe.each([
  [
    versionControlInUse,
    (key: string, at: number, trunk = true) =>
      change(key, { mergedAt: at, trunk }),
  ],
  [
    continuousIntegrationInUse,
    (key: string, at: number, trunk = true) =>
      run(key, { finishedAt: at, trunk, outcome: 'failure' }),
  ],
])('what is in use', (metric, item) => {
  it('is 1 however often, and the newest proves it', () => {
    const facts = times<'run' | 'change'>(3, i => item(`${i}`, daysAgo(i + 1)));
    expect(metric.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 1,
      n: 1,
      evidence: [{ key: '0', role: 'for' }],
    });
  });

  it.each([
    ['nothing', []],
    ['what lies before the window', [item('1', daysAgo(91))]],
    ['what as-of has not seen', [item('1', AS_OF)]],
    ['what is not of the trunk', [item('1', daysAgo(1), false)]],
  ])('is 0 with %s', (_, facts) => {
    expect(metric.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 0,
      n: 0,
    });
  });
});
