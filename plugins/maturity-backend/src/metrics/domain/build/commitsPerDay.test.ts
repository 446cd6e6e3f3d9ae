import { at, change, input } from '../../__testUtils__/facts';
import { commitsPerDay } from './commitsPerDay';

/** Monday to Friday. */
const window = {
  from: at('2026-11-09T00:00:00'),
  to: at('2026-11-14T00:00:00'),
};
const mergedAt = at('2026-11-10T10:00:00');

describe('commitsPerDay', () => {
  it('is the worked example of its page', () => {
    const facts = [
      change('1', { mergedAt, commits: 60 }),
      change('2', { mergedAt, commits: 64 }),
      change('3', { mergedAt }),
      change('bot', { mergedAt, commits: 9, bot: true }),
      change('to come', { mergedAt: window.to, commits: 9 }),
    ];
    expect(commitsPerDay.measure(input({ facts, window }))).toMatchObject({
      status: 'ok',
      value: 25,
      n: 125,
      numerator: 125,
      denominator: 5,
      unknown: 1,
    });
  });

  it('takes what the push brought, not what the request had', () => {
    const facts = [
      change('r', { mergedAt, commits: 7, mergeSha: 'm' }),
      change('p', { form: 'push', mergedAt, commits: 1, mergeSha: 'm' }),
    ];
    expect(commitsPerDay.measure(input({ facts, window })).n).toBe(1);
  });

  it('is 0 where nothing arrived while the source was listening', () => {
    expect(commitsPerDay.measure(input({ window }))).toMatchObject({
      status: 'ok',
      value: 0,
      evidence: [],
    });
  });
});
