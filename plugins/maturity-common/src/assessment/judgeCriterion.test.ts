import type { Measurement } from '../metrics';
import type {
  AttestationCriterion,
  CatalogCriterion,
  MetricCriterion,
} from '../models';
import { judgeCriterion } from './judgeCriterion';
import type { AssessmentInput } from './types';
import { measurement } from './__testUtils__/scenario';

const base = {
  id: 'c',
  level: 3,
  title: { en: 'text', 'zh-CN': '文字' },
  provenance: { kind: 'inferred', source: 'test' },
} as const;

const metric: MetricCriterion = {
  ...base,
  kind: 'metric',
  metric: 'm',
  statistic: 'mean',
  operator: '<=',
  threshold: 100,
  onNone: 'undecided',
};

function judgeMetric(
  criterion: Partial<MetricCriterion>,
  given: Measurement | undefined,
  decision?: AssessmentInput['decisions'][string],
) {
  return judgeCriterion(
    { ...metric, ...criterion },
    {
      measurements: { m: given },
      decisions: { c: decision },
      earlier: () => undefined,
    },
  );
}

const distribution = {
  mean: 90,
  p50: 50,
  p85: 95,
  p90: 99,
  p95: 101,
  max: 500,
};

describe('judgeCriterion', () => {
  it.each([
    ['<=', 100, 'pass'],
    ['<=', 100.1, 'fail'],
    ['<', 100, 'fail'],
    ['<', 99.9, 'pass'],
    ['>=', 100, 'pass'],
    ['>=', 99.9, 'fail'],
    ['>', 100, 'fail'],
    ['>', 100.1, 'pass'],
  ] as const)('judges value %s limit at %d', (operator, value, outcome) => {
    const given = measurement('m', { value, statistic: 'mean' });
    expect(judgeMetric({ operator }, given)).toEqual({ outcome });
  });

  it.each([
    ['mean', 'pass'],
    ['p50', 'pass'],
    ['p90', 'pass'],
    ['p95', 'fail'],
    ['max', 'fail'],
  ] as const)('judges the statistic it names: %s', (statistic, outcome) => {
    const given = measurement('m', {
      value: 50,
      statistic: 'p50',
      distribution,
    });
    expect(judgeMetric({ statistic }, given)).toEqual({ outcome });
  });

  it.each([
    ['no measurement', undefined, 'error'],
    ['no value', measurement('m', { statistic: 'mean' }), 'error'],
    ['no such statistic', measurement('m', { value: 1 }), 'error'],
    [
      'not a number',
      measurement('m', { value: Number.NaN, statistic: 'mean' }),
      'error',
    ],
    [
      'insufficient',
      measurement('m', { status: 'insufficient' }),
      'insufficient',
    ],
    ['no source', measurement('m', { status: 'no-source' }), 'no-source'],
    ['stale', measurement('m', { status: 'stale', value: 1 }), 'stale'],
    ['error', measurement('m', { status: 'error' }), 'error'],
  ] as const)('is undecided: %s', (_, given, reason) => {
    expect(judgeMetric({}, given)).toEqual({ outcome: 'undecided', reason });
  });

  it.each([
    ['not-applicable', { outcome: 'not-applicable' }],
    ['pass', { outcome: 'pass' }],
    ['undecided', { outcome: 'undecided', reason: 'nothing-happened' }],
  ] as const)(
    'lets onNone decide when nothing happened: %s',
    (onNone, result) => {
      const given = measurement('m', { status: 'none', n: 0 });
      expect(judgeMetric({ onNone }, given)).toEqual(result);
    },
  );

  it.each([
    ['fail', 200, { outcome: 'waived' }],
    ['pass: the waiver sleeps', 1, { outcome: 'pass' }],
  ] as const)('waives a %s', (_, value, result) => {
    const given = measurement('m', { value, statistic: 'mean' });
    expect(judgeMetric({}, given, 'waived')).toEqual(result);
  });

  it('waives an undecided criterion and nothing that left already', () => {
    const unknown = measurement('m', { status: 'no-source' });
    expect(judgeMetric({}, unknown, 'waived')).toEqual({ outcome: 'waived' });
    const nothing = measurement('m', { status: 'none' });
    expect(
      judgeMetric({ onNone: 'not-applicable' }, nothing, 'waived'),
    ).toEqual({ outcome: 'not-applicable' });
  });

  it('removes what was decided not to be applicable, even a pass', () => {
    const given = measurement('m', { value: 1, statistic: 'mean' });
    expect(judgeMetric({}, given, 'not-applicable')).toEqual({
      outcome: 'not-applicable',
    });
  });

  it('does not let an attestation overrule a metric', () => {
    const given = measurement('m', { value: 200, statistic: 'mean' });
    expect(judgeMetric({}, given, 'attested')).toEqual({ outcome: 'fail' });
  });

  it.each([
    [undefined, { outcome: 'undecided', reason: 'attestation-missing' }],
    ['attested', { outcome: 'pass' }],
    ['waived', { outcome: 'waived' }],
    ['not-applicable', { outcome: 'not-applicable' }],
  ] as const)('judges an attestation: %s', (decision, result) => {
    const criterion: AttestationCriterion = {
      ...base,
      kind: 'attestation',
      statement: base.title,
    };
    const input = {
      measurements: {},
      decisions: { c: decision },
      earlier: () => undefined,
    };
    expect(judgeCriterion(criterion, input)).toEqual(result);
  });

  describe('catalog facts', () => {
    const entity = {
      kind: 'Component',
      metadata: {
        name: 'a',
        description: ' ',
        annotations: { 'example.org/run.book': 'https://example.org' },
        tags: ['java', 'core'],
        labels: {},
      },
      spec: { owner: 'group:default/a', lifecycle: 'production', tier: 0 },
    };

    it.each<[string, string[] | undefined, object]>([
      ['spec.owner', undefined, { outcome: 'pass' }],
      ['spec.tier', undefined, { outcome: 'pass' }],
      ['spec.system', undefined, { outcome: 'fail' }],
      ['spec.owner.name', undefined, { outcome: 'fail' }],
      ['metadata.description', undefined, { outcome: 'fail' }],
      ['metadata.labels', undefined, { outcome: 'fail' }],
      ['metadata.tags', undefined, { outcome: 'pass' }],
      ['metadata.tags', ['core'], { outcome: 'pass' }],
      ['metadata.tags', ['go'], { outcome: 'fail' }],
      [
        'metadata.annotations["example.org/run.book"]',
        undefined,
        { outcome: 'pass' },
      ],
      ['spec.lifecycle', ['production'], { outcome: 'pass' }],
      ['spec.lifecycle', ['experimental'], { outcome: 'fail' }],
      ['spec.toString', undefined, { outcome: 'fail' }],
      ['not a path', undefined, { outcome: 'fail' }],
    ])('judges %s of %s', (path, oneOf, result) => {
      const criterion: CatalogCriterion = {
        ...base,
        kind: 'catalog',
        path,
        oneOf,
      };
      const input = {
        measurements: {},
        decisions: {},
        earlier: () => undefined,
      };
      expect(judgeCriterion(criterion, { ...input, entity })).toEqual(result);
      expect(judgeCriterion(criterion, input)).toEqual({
        outcome: 'undecided',
        reason: 'no-source',
      });
    });
  });

  describe('with an alternative', () => {
    const unknown = measurement('m', { status: 'no-source', n: 0 });
    const nothing = measurement('m', { status: 'none', n: 0 });
    const good = measurement('m', { value: 1 });
    const bad = measurement('m', { value: 0 });
    const condition = { statistic: 'value', operator: '>=', threshold: 1 };
    const either = {
      ...base,
      kind: 'metric',
      ...condition,
      metric: 'own',
      onNone: 'undecided',
      alternative: [
        { ...condition, metric: 'first' },
        { ...condition, metric: 'second' },
      ],
    } as MetricCriterion;

    it.each<
      [
        string,
        { own?: Measurement; first?: Measurement; second?: Measurement },
        object,
      ]
    >([
      ['its own limit', { own: good, first: bad }, { outcome: 'pass' }],
      [
        'the whole alternative',
        { own: bad, first: good, second: good },
        { outcome: 'pass' },
      ],
      [
        'the alternative, while its own is unknown',
        { own: unknown, first: good, second: good },
        { outcome: 'pass' },
      ],
      [
        'neither, where one condition misses',
        { own: bad, first: unknown, second: bad },
        { outcome: 'fail' },
      ],
      [
        'not known, where the alternative is not',
        { own: bad, first: good, second: unknown },
        { outcome: 'undecided', reason: 'no-source' },
      ],
      [
        'not known, where nothing happened for the alternative',
        { own: bad, first: nothing, second: good },
        { outcome: 'undecided', reason: 'nothing-happened' },
      ],
      [
        'not known, where its own is not',
        { own: nothing, first: bad, second: good },
        { outcome: 'undecided', reason: 'nothing-happened' },
      ],
      [
        'not known, where nothing was measured',
        {},
        { outcome: 'undecided', reason: 'error' },
      ],
    ])('is met by %s', (_, measurements, expected) => {
      expect(
        judgeCriterion(either, {
          measurements,
          decisions: {},
          earlier: () => undefined,
        }),
      ).toEqual(expected);
    });

    it('leaves when nothing happened that had to be proven', () => {
      expect(
        judgeCriterion(
          { ...either, onNone: 'not-applicable' },
          {
            measurements: { own: nothing, first: good, second: good },
            decisions: {},
            earlier: () => undefined,
          },
        ),
      ).toEqual({ outcome: 'not-applicable' });
    });
  });

  describe('with a contradiction', () => {
    const attested: AttestationCriterion = {
      ...base,
      kind: 'attestation',
      statement: base.title,
      contradictedBy: {
        metric: 'failures',
        statistic: 'value',
        operator: '>',
        threshold: 0.1,
      },
    };
    const failures = (value: number) => measurement('failures', { value });

    it.each<[string, Measurement | undefined, boolean, string]>([
      ['holds against it', failures(0.2), true, 'fail'],
      ['does not hold', failures(0.1), true, 'pass'],
      [
        'is seen on too little',
        measurement('failures', { status: 'insufficient', value: 1, n: 1 }),
        true,
        'pass',
      ],
      ['is not measured', undefined, true, 'pass'],
      ['has nobody to contradict', failures(0.2), false, 'undecided'],
    ])('that %s', (_, given, isAttested, outcome) => {
      expect(
        judgeCriterion(attested, {
          measurements: { failures: given },
          decisions: isAttested ? { c: 'attested' } : {},
          earlier: () => undefined,
        }).outcome,
      ).toBe(outcome);
    });
  });

  it('never waives what cannot be waived', () => {
    const failing = measurement('m', { value: 200, statistic: 'mean' });
    expect(judgeMetric({}, failing, 'waived').outcome).toBe('waived');
    expect(judgeMetric({ waivable: false }, failing, 'waived').outcome).toBe(
      'fail',
    );
    expect(
      judgeMetric({ waivable: false }, failing, 'not-applicable').outcome,
    ).toBe('not-applicable');
  });
});
