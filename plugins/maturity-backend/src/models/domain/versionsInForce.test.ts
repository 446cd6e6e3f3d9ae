import { exampleModel } from '../__testUtils__/exampleModel';
import { effectiveFrom, versionsInForce } from './versionsInForce';

function version(id: string, seq: number, from: number) {
  return {
    modelVersionId: seq,
    model: exampleModel({ id }),
    hash: String(seq),
    seq,
    effectiveFrom: from,
  };
}

describe('versionsInForce', () => {
  const versions = [
    version('b', 1, 100),
    version('a', 2, 100),
    version('b', 3, 200),
    version('b', 4, 150),
  ];

  it.each<[string, { asOf: number; knownAt: number }, number[]]>([
    ['before anything was known', { asOf: 500, knownAt: 0 }, []],
    ['before anything judged', { asOf: 99, knownAt: 9 }, []],
    ['from its first moment', { asOf: 100, knownAt: 1 }, [1]],
    ['as known then', { asOf: 500, knownAt: 2 }, [2, 1]],
    ['before the day of the newer one', { asOf: 199, knownAt: 3 }, [2, 1]],
    ['from the day of the newer one', { asOf: 200, knownAt: 3 }, [2, 3]],
    [
      'the last registered of two that judge',
      { asOf: 500, knownAt: 4 },
      [2, 4],
    ],
    ['its day alone', { asOf: 149, knownAt: 4 }, [2, 1]],
  ])('%s', (_, at, expected) => {
    expect(
      versionsInForce(versions, at).map(({ modelVersionId }) => modelVersionId),
    ).toEqual(expected);
  });
});

describe('effectiveFrom', () => {
  it('is the midnight of the zone', () => {
    expect(effectiveFrom(exampleModel({}), 'Asia/Shanghai')).toBe(
      Date.parse('2025-12-31T16:00:00Z'),
    );
  });
});
