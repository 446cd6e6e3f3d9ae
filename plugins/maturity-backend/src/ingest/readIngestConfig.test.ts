import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { createMappingContext } from './createMappingContext';
import { readIngestConfig } from './readIngestConfig';
import { sourceOfCaller } from './sourceOfCaller';
import { configuredSource } from './__testUtils__/mappingContext';

function read(maturity: JsonObject) {
  return readIngestConfig(new ConfigReader({ maturity }));
}

describe('readIngestConfig', () => {
  it('has defaults', () => {
    expect(readIngestConfig(new ConfigReader({}))).toEqual({
      limits: {
        maxBytes: 5242880,
        maxBatch: 1000,
        maxDepth: 64,
        futureTolerance: 300000,
      },
      sources: [],
      authorKey: undefined,
    });
  });

  it('keeps the order of record', () => {
    const sources = {
      zebra: { entities: ['*'] },
      ci: { entities: ['*'], staleAfter: { hours: 3 } },
    };
    expect(
      read({ sources }).sources.map(({ name, staleAfterMs }) => [
        name,
        staleAfterMs,
      ]),
    ).toEqual([
      ['zebra', undefined],
      ['ci', 10_800_000],
    ]);
  });

  it('puts first what the order of record names', () => {
    const sources = {
      a: { entities: ['*'] },
      b: { entities: ['*'] },
      c: { entities: ['*'] },
    };
    const order = (...sourceOrder: string[]) =>
      read({ sources, sourceOrder }).sources.map(({ name }) => name);
    expect(order('c', 'a')).toEqual(['c', 'a', 'b']);
    expect(() => order('d')).toThrow(
      "maturity.sourceOrder names 'd', which is none of maturity.sources: a, b, c",
    );
    expect(() => order('a', 'a')).toThrow("names 'a' twice");
  });

  it('reads limits', () => {
    expect(
      read({
        ingest: {
          maxBytes: 10,
          maxBatch: 2,
          maxDepth: 3,
          futureTolerance: '1 minute',
        },
      }).limits,
    ).toEqual({
      maxBytes: 10,
      maxBatch: 2,
      maxDepth: 3,
      futureTolerance: 60_000,
    });
  });

  it.each([
    [['*'], 'component:default/a', true],
    [['component:default/*'], 'component:default/a', true],
    [['Component:Default/*'], 'component:default/a', true],
    [['component:default/*'], 'component:other/a', false],
    [['component:default/*'], 'resource:default/a', false],
    [['Component:default/A'], 'component:default/a', true],
    [['component:default/a'], 'component:default/ab', false],
    [['system:default/x', 'component:default/b'], 'component:default/b', true],
    [[], 'component:default/a', false],
  ])('entities %j allow %s: %p', (entities, ref, expected) => {
    const allowed = configuredSource({ entities }).entities;
    expect(allowed === 'all' || allowed(ref)).toBe(expected);
  });

  it.each<[JsonObject, string]>([
    [{ sources: { ci: {} } }, 'maturity.sources.ci.entities is missing'],
    [
      { sources: { manual: { entities: ['*'] } } },
      'maturity.sources.manual has the name of what people tell',
    ],
    [
      { sources: { ci: { entities: ['payments'] } } },
      "maturity.sources.ci.entities holds 'payments'",
    ],
    [
      { sources: { ci: { entities: ['component:*/a'] } } },
      'maturity.sources.ci.entities holds',
    ],
    [
      {
        sources: {
          a: { entities: ['*'], callers: ['external:x'] },
          b: { entities: ['*'], callers: ['external:x'] },
        },
      },
      'maturity.sources.a.callers lists too',
    ],
    [
      { sources: { ci: { entities: ['*'], environments: { live: ['p'] } } } },
      'maturity.sources.ci.environments.live is no tier',
    ],
    [
      {
        sources: {
          ci: {
            entities: ['*'],
            environments: { production: ['x'], staging: ['X'] },
          },
        },
      },
      "maturity.sources.ci.environments.staging lists 'x'",
    ],
    [{ ingest: { maxBatch: 0 } }, 'maturity.ingest.maxBatch is 0'],
    [{ ingest: { maxDepth: 1000 } }, 'maturity.ingest.maxDepth is 1000'],
    [{ ingest: { futureTolerance: 'soon' } }, 'futureTolerance'],
  ])('names the key that is wrong in %j', (maturity, message) => {
    expect(() => read(maturity)).toThrow(message);
  });
});

describe('createMappingContext', () => {
  it('maps environments by the names that are configured', () => {
    const byDefault = createMappingContext({ source: configuredSource() });
    expect(byDefault.tierOf('Production')).toBe('production');
    expect(byDefault.tierOf('moon')).toBeUndefined();
    expect(byDefault.tierOf(undefined)).toBeUndefined();
    const own = createMappingContext({
      source: configuredSource({ environments: { production: ['live'] } }),
    });
    expect(own.tierOf('live')).toBe('production');
    expect(own.tierOf('production')).toBeUndefined();
  });

  it('names authors by a keyed hash, or not at all', () => {
    const source = configuredSource();
    const a = createMappingContext({ source, authorKey: 'one' });
    const b = createMappingContext({ source, authorKey: 'two' });
    expect(a.pseudonym('Octocat')).toMatch(/^[0-9a-f]{32}$/);
    expect(a.pseudonym('Octocat')).toBe(a.pseudonym('octocat'));
    expect(a.pseudonym('octocat')).not.toBe(b.pseudonym('octocat'));
    expect(a.pseudonym(undefined)).toBeUndefined();
    expect(
      createMappingContext({ source }).pseudonym('octocat'),
    ).toBeUndefined();
  });
});

describe('sourceOfCaller', () => {
  const sources = [
    configuredSource({ callers: ['external:ci', 'plugin:demo'] }),
  ];

  it.each([
    ['external:ci', true],
    ['ci', true],
    ['plugin:demo', true],
    ['demo', false],
    ['external:external:ci', false],
    ['', false],
  ])('%p: %p', (subject, found) => {
    expect(sourceOfCaller(sources, subject) !== undefined).toBe(found);
  });
});
