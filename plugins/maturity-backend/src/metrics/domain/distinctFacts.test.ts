import { run } from '../__testUtils__/facts';
import { distinctFacts } from './distinctFacts';

describe('distinctFacts', () => {
  it('copies nothing that is in order', () => {
    const facts = [run('1'), run('2'), run('1', {}, { source: 'other' })];
    expect(distinctFacts(facts)).toBe(facts);
  });

  it('orders by source and key, by code unit', () => {
    const keys = distinctFacts([
      run('b'),
      run('a'),
      run('Z'),
      run('a', {}, { source: 'CI' }),
      run('é'),
    ]).map(({ source, key }) => `${source}/${key}`);
    expect(keys).toEqual(['CI/a', 'ci/Z', 'ci/a', 'ci/b', 'ci/é']);
  });

  it('keeps the version that knows most', () => {
    const old = run('1', { outcome: undefined }, { lastSeq: 3 });
    const current = run('1', {}, { lastSeq: 8 });
    expect(distinctFacts([old, current])).toEqual([current]);
    expect(distinctFacts([current, old])).toEqual([current]);
  });
});
