import { AS_OF, deployment, run } from '../__testUtils__/facts';
import { evidenceOf, type EvidenceItem } from './sample';

function item(fact: EvidenceItem['fact'], at: number): EvidenceItem {
  return { fact, at, role: 'for' };
}

describe('evidenceOf', () => {
  it('orders what came about together by source and key', () => {
    const items = [
      item(run('b'), AS_OF),
      item(run('a', {}, { source: 'x' }), AS_OF),
      item(run('a'), AS_OF),
      item(run('c'), AS_OF + 1),
    ];
    expect(
      evidenceOf(items, 9).map(({ source, key }) => `${source}/${key}`),
    ).toEqual(['ci/c', 'ci/a', 'ci/b', 'x/a']);
    expect(items[0].fact.key).toBe('b');
  });

  it.each([
    [run('1'), 'build'],
    [run('1', { pipeline: undefined }), undefined],
    [deployment('1'), 'prod'],
    [deployment('1', { version: '1.4.0' }), 'prod 1.4.0'],
    [deployment('1', { environment: undefined, version: '1.4.0' }), '1.4.0'],
    [
      {
        kind: 'change' as const,
        source: 'ci',
        key: '1',
        firstSeq: 1,
        lastSeq: 1,
        generated: false,
        fields: { title: 'Add a test' },
      },
      'Add a test',
    ],
  ])('labels %#', (fact, label) => {
    expect(evidenceOf([item(fact, AS_OF)], 1)[0].label).toBe(label);
  });

  it('keeps no more than asked for', () => {
    const items = [item(run('a'), AS_OF), item(run('b'), AS_OF)];
    expect(evidenceOf(items, 1)).toHaveLength(1);
    expect(evidenceOf(items, 0)).toEqual([]);
  });
});
