import { AS_OF, daysAgo, input, run } from '../../__testUtils__/facts';
import { buildSuccessRate } from './buildSuccessRate';
import { pipelineRuns } from './pipelineRuns';

describe('pipelineRuns', () => {
  it('is the worked example of its page', () => {
    const facts = [
      run('1', { finishedAt: daysAgo(3) }),
      run('2', { finishedAt: daysAgo(2), outcome: 'failure' }),
      run('2#2', { finishedAt: daysAgo(2), attempt: 2 }),
      run('3', { finishedAt: daysAgo(1), outcome: 'cancelled' }),
      run('4', { finishedAt: daysAgo(1), trunk: false }),
      run('5', { startedAt: daysAgo(1), outcome: undefined }),
      run('6', { finishedAt: daysAgo(1), outcome: undefined }),
    ];
    const given = input({ facts });
    expect(pipelineRuns.measure(given)).toMatchObject({
      status: 'ok',
      value: 2,
      n: 2,
      open: 1,
      unknown: 1,
    });
    expect(buildSuccessRate.measure(given).n).toBe(2);
  });

  it('takes the start of the window and leaves its end', () => {
    const window = { from: daysAgo(9), to: daysAgo(4) };
    const facts = [
      run('before', { finishedAt: window.from - 1 }),
      run('first', { finishedAt: window.from }),
      run('last', { finishedAt: window.to - 1 }),
      run('after', { finishedAt: window.to }),
    ];
    expect(
      pipelineRuns
        .measure(input({ facts, window }))
        .evidence.map(({ key }) => key),
    ).toEqual(['last', 'first']);
  });

  it('counts no run that as-of has not seen', () => {
    const facts = [run('1', { finishedAt: AS_OF })];
    expect(pipelineRuns.measure(input({ facts })).value).toBe(0);
  });
});
