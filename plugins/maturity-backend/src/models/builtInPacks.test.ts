import type {
  Criterion,
  Measurement,
  MetricCondition,
  Model,
} from '@devops-scorecards/plugin-maturity-common';
import {
  conditionsOf,
  evaluate,
  isSubItem,
  nodesOf,
  subItemsOf,
} from '@devops-scorecards/plugin-maturity-common';
import { decidingCells } from '../../scripts/decidingCells';
import { builtInMetrics } from '../metrics';
import { applicableModels } from './domain/applicableModels';
import { loadModels } from './loadModels';
import { readModelPacks } from './readModelPacks';

const metrics = new Map(
  builtInMetrics.map(({ definition }) => [definition.id, definition]),
);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let models: Model[];

beforeAll(async () => {
  models = loadModels({ packs: await readModelPacks([]), metrics });
});

function model(id: string): Model {
  return models.find(one => one.id === id)!;
}

function criteriaOf(id: string): Criterion[] {
  return subItemsOf(model(id)).flatMap(({ criteria }) => criteria);
}

/** What judges a criterion, in one line. */
function rule(criterion: Criterion): string {
  const limit = (condition: MetricCondition) =>
    `${condition.metric} ${condition.statistic} ${condition.operator} ${condition.threshold}`;
  switch (criterion.kind) {
    case 'metric':
      return [
        conditionsOf(criterion).map(limit).join(' or '),
        criterion.onNone,
      ].join(', ');
    case 'attestation':
      return criterion.contradictedBy
        ? `attestation unless ${limit(criterion.contradictedBy)}`
        : 'attestation';
    case 'catalog':
      return criterion.path;
    default:
      return criterion.kind;
  }
}

function rulesOf(id: string, level: number): Record<string, string[]> {
  return Object.fromEntries(
    subItemsOf(model(id)).map(subItem => [
      subItem.id,
      subItem.criteria.filter(one => one.level === level).map(rule),
    ]),
  );
}

/** A measurement that shows a value as every statistic. */
function measured(metric: string, value: number): Measurement {
  const { statistic, unit } = metrics.get(metric)!;
  return {
    metric,
    status: 'ok',
    value,
    unit,
    statistic,
    distribution: {
      mean: value,
      p50: value,
      p85: value,
      p90: value,
      p95: value,
      max: value,
    },
    n: 100,
    open: 0,
    minimum: 0,
    window: { from: 0, to: 1 },
    asOf: 1,
    evidence: [],
    generated: true,
  };
}

describe('the packs of the product', () => {
  it('are valid', () => {
    expect(
      models.map(({ id, version, scorecard }) => [id, version, scorecard]),
    ).toEqual([
      ['caict-part11', '2026.1', 'maturity'],
      ['caict-part14', '2026.1', 'maturity'],
      ['caict-part2', '2026.1', 'maturity'],
      ['caict-part3', '2021.1', 'maturity'],
      ['caict-part4', '2026.1', 'maturity'],
      ['caict-part5', '2026.1', 'maturity'],
      ['caict-part6', '2026.1', 'maturity'],
      ['caict-part8', '2026.1', 'maturity'],
      ['cncf-platform', '2026.1', 'maturity'],
      ['csa-safeguards', '2025.1', 'stability'],
      ['csa-stability', '2025.1', 'stability'],
      ['dora-delivery', '2026.1', 'maturity'],
      ['production-readiness', '2026.1', 'maturity'],
      ['starter', '1.0.0', 'maturity'],
    ]);
  });

  it('say what to do and how much it takes, for every criterion', () => {
    const criteria = models
      .flatMap(subItemsOf)
      .flatMap(subItem => subItem.criteria);
    for (const criterion of criteria) {
      expect(criterion.guidance).toBeDefined();
      expect(criterion.effort).toBeDefined();
    }
    const attestations = criteria.filter(({ kind }) => kind === 'attestation');
    for (const attestation of attestations) {
      expect(attestation).toHaveProperty('evidence');
    }
  });

  it('give a service one level on each scorecard', () => {
    const applied = applicableModels({
      subject: { kind: 'Component', type: 'service', models: {} },
      versions: models.map(one => ({ model: one })),
      primaryModel: [],
    });
    expect(
      applied.map(({ version, primary }) => [version.model.id, primary]),
    ).toEqual([
      ['starter', true],
      ['csa-stability', true],
      ['csa-safeguards', false],
    ]);
  });
});

/** Sub-items of the parts of the series whose contents are not tested one by one. */
const PARTS: [string, number, number][] = [
  ['caict-part2', 6, 4],
  ['caict-part4', 15, 5],
  ['caict-part5', 12, 4],
  ['caict-part6', 17, 4],
  ['caict-part8', 29, 4],
  ['caict-part11', 10, 5],
  ['caict-part14', 13, 4],
];

describe.each(PARTS)('%s', (id, subItems, maxLevel) => {
  it('has its sub-items, and applies only where somebody says so', () => {
    expect(subItemsOf(model(id))).toHaveLength(subItems);
    expect(model(id).maxLevel).toBe(maxLevel);
    expect(model(id).target).toBeUndefined();
  });

  it('says where each limit is from, and why it is what it is where we chose it', () => {
    const provenances = criteriaOf(id).map(({ provenance }) => provenance);
    expect(provenances.filter(({ source }) => source === '')).toEqual([]);
    expect(
      provenances.filter(({ kind, note }) => kind === 'inferred' && !note),
    ).toEqual([]);
  });

  it('gets stricter level by level', () => {
    expect(
      subItemsOf(model(id)).flatMap(({ criteria }) => laxer(criteria)),
    ).toEqual([]);
  });
});

/** Criteria that ask for less than one of the same metric at a lower level. */
function laxer(criteria: readonly Criterion[]): string[] {
  const limits = new Map<string, number>();
  return [...criteria]
    .sort((a, b) => a.level - b.level)
    .flatMap(one => {
      if (one.kind !== 'metric') {
        return [];
      }
      const { metric, statistic, operator, threshold } = one;
      const key = `${metric} ${statistic} ${operator}`;
      const before = limits.get(key) ?? threshold;
      limits.set(key, threshold);
      const isLaxer = operator.startsWith('>')
        ? threshold < before
        : threshold > before;
      return isLaxer ? [one.id] : [];
    });
}

describe('caict-part3', () => {
  it('has the two sub-domains whole', () => {
    expect(
      nodesOf(model('caict-part3'))
        .filter(node => !isSubItem(node))
        .map(({ id }) => id),
    ).toEqual(['BCI', 'BCI-BP', 'BCI-CI', 'DRM', 'DRM-DRM', 'DRM-DP']);
    expect(subItemsOf(model('caict-part3')).map(({ id }) => id)).toEqual([
      ...['BM', 'BE', 'BP', 'BR'].map(id => `BCI-BP-${id}`),
      ...['IS', 'IF', 'IM', 'FP'].map(id => `BCI-CI-${id}`),
      ...['DM', 'DP', 'DS', 'DQ'].map(id => `DRM-DRM-${id}`),
      ...['CM', 'PP', 'PV'].map(id => `DRM-DP-${id}`),
    ]);
    expect(model('caict-part3').target).toBeUndefined();
  });

  it('says what decides each of levels 2 to 4 of its 15 sub-items', () => {
    const cells = decidingCells(model('caict-part3'));
    expect(cells).toHaveLength(15 * 3);
    for (const { criteria } of cells) {
      expect(criteria.length).toBeGreaterThan(0);
      for (const { kind } of criteria) {
        expect(['metric', 'catalog', 'attestation']).toContain(kind);
      }
    }
  });

  it('judges level 2 by these limits', () => {
    expect(rulesOf('caict-part3', 2)).toEqual({
      'BCI-BP-BM': ['pipeline-runs value >= 1, undecided'],
      'BCI-BP-BE': ['pipeline-runs value >= 1, undecided'],
      'BCI-BP-BP': ['builds-per-day value >= 1, undecided'],
      'BCI-BP-BR': ['spec.owner'],
      'BCI-CI-IS': ['pipeline-runs value >= 1, undecided'],
      'BCI-CI-IF': ['integrations-per-day value >= 0.2, undecided'],
      'BCI-CI-IM': ['builds-per-day value >= 2, undecided'],
      'BCI-CI-FP': [
        `build-feedback-time mean <= ${DAY}, undecided`,
        `red-build-fix-time mean <= ${DAY}, not-applicable`,
      ],
      'DRM-DRM-DM': ['automated-release-rate value >= 0.5, undecided'],
      'DRM-DRM-DP': ['attestation'],
      'DRM-DRM-DS': [
        `deployment-days value >= 10 or releasable-weeks value >= 4 or commit-to-releasable p90 <= ${DAY}, undecided`,
      ],
      'DRM-DRM-DQ': ['deployment-failure-rate value <= 0.15, undecided'],
      'DRM-DP-CM': ['attestation'],
      'DRM-DP-PP': [
        'pipeline-runs value >= 1, undecided',
        'automated-release-rate value >= 0.5, undecided',
      ],
      'DRM-DP-PV': ['pipeline-runs value >= 1, undecided'],
    });
  });

  it('judges level 3 by these limits', () => {
    expect(rulesOf('caict-part3', 3)).toEqual({
      'BCI-BP-BM': ['attestation'],
      'BCI-BP-BE': ['attestation'],
      'BCI-BP-BP': ['build-on-commit-rate value >= 0.95, undecided'],
      'BCI-BP-BR': ['attestation'],
      'BCI-CI-IS': ['attestation'],
      'BCI-CI-IF': [
        'integrations-per-day value >= 1, undecided',
        'integrations-per-developer value >= 1, undecided',
      ],
      'BCI-CI-IM': [
        'build-on-commit-rate value >= 0.95, undecided',
        'attestation',
      ],
      'BCI-CI-FP': [
        `build-feedback-time mean <= ${4 * HOUR}, undecided`,
        `red-build-fix-time mean <= ${4 * HOUR}, not-applicable`,
      ],
      'DRM-DRM-DM': ['automated-release-rate value >= 0.95, undecided'],
      'DRM-DRM-DP': ['same-artifact-rate value >= 0.99, undecided'],
      'DRM-DRM-DS': [
        'releasable-weeks value >= 4, undecided',
        `commit-to-releasable p90 <= ${DAY}, undecided`,
      ],
      'DRM-DRM-DQ': [
        'deployment-failure-rate value <= 0.05, undecided',
        `rollback-time p90 <= ${30 * MINUTE}, not-applicable`,
      ],
      'DRM-DP-CM': ['attestation'],
      'DRM-DP-PP': [
        'attestation',
        `requirement-lead-time mean <= ${7 * DAY}, undecided`,
      ],
      'DRM-DP-PV': ['attestation'],
    });
  });

  it('judges level 4 by these limits', () => {
    expect(rulesOf('caict-part3', 4)).toEqual({
      'BCI-BP-BM': ['attestation'],
      'BCI-BP-BE': [
        `build-queue-time p90 <= ${5 * MINUTE}, undecided`,
        'attestation',
      ],
      'BCI-BP-BP': ['attestation'],
      'BCI-BP-BR': ['attestation'],
      'BCI-CI-IS': ['attestation'],
      'BCI-CI-IF': [
        'integrations-per-developer value >= 2, undecided',
        'build-on-commit-rate value >= 1, undecided',
      ],
      'BCI-CI-IM': ['attestation unless automated-pass-rate value < 0.9'],
      'BCI-CI-FP': [
        `build-feedback-time mean <= ${30 * MINUTE}, undecided`,
        `red-build-fix-time mean <= ${30 * MINUTE}, not-applicable`,
      ],
      'DRM-DRM-DM': [
        'attestation unless automated-release-rate value < 0.5',
        'attestation',
      ],
      'DRM-DRM-DP': ['attestation'],
      'DRM-DRM-DS': [
        'releasable-twice-weeks value >= 2, undecided',
        'progressive-rollout-rate value >= 0.8, undecided',
        'attestation',
      ],
      'DRM-DRM-DQ': [
        'deployment-failure-rate value <= 0.02, undecided',
        'attestation unless rollback-success-rate value < 0.9',
      ],
      'DRM-DP-CM': ['attestation'],
      'DRM-DP-PP': [
        'build-on-commit-rate value >= 1, undecided',
        `requirement-lead-time mean <= ${2 * DAY}, undecided`,
      ],
      'DRM-DP-PV': ['attestation'],
    });
  });

  it('judges level 5 by what was kept, what is improved, and two metrics', () => {
    const level5 = rulesOf('caict-part3', 5);
    expect(level5['BCI-CI-FP'].slice(0, 2)).toEqual([
      `build-feedback-time mean <= ${10 * MINUTE}, undecided`,
      `red-build-fix-time mean <= ${10 * MINUTE}, not-applicable`,
    ]);
    expect(level5['DRM-DRM-DQ'][0]).toBe(
      'deployment-failure-rate value <= 0.005, undecided',
    );
    for (const rules of Object.values(level5)) {
      expect(rules.slice(-2)).toEqual(['sustained', 'attestation']);
    }
  });

  it('leaves level 3 possible for a firm that was assessed at level 3', () => {
    const root = evaluate(model('caict-part3'), {
      measurements: {
        ...Object.fromEntries(
          (
            [
              ['pipeline-runs', 800],
              ['builds-per-day', 13],
              ['integrations-per-day', 6.54],
              ['build-on-commit-rate', 0.97],
              ['build-feedback-time', 9 * MINUTE],
              ['build-queue-time', MINUTE],
              ['red-build-fix-time', 28 * MINUTE],
              ['automated-release-rate', 1],
              ['same-artifact-rate', 1],
              ['deployment-days', 13],
              ['releasable-weeks', 4],
              ['releasable-twice-weeks', 0],
              ['commit-to-releasable', 20 * HOUR],
              ['progressive-rollout-rate', 0],
              ['deployment-failure-rate', 0],
              ['requirement-lead-time', 7 * DAY],
              ['automated-pass-rate', 1],
            ] as const
          ).map(([metric, value]) => [metric, measured(metric, value)]),
        ),
        'rollback-time': { ...measured('rollback-time', 0), status: 'none' },
        'integrations-per-developer': {
          ...measured('integrations-per-developer', 0),
          status: 'no-source',
          needs: ['team-size'],
        },
      },
      entity: { spec: { owner: 'team-a' } },
      decisions: {},
      earlier: () => undefined,
    });
    const failing = (root.children ?? [])
      .flatMap(({ children = [] }) => children)
      .flatMap(({ children = [] }) => children)
      .flatMap(({ criteria = [] }) => criteria)
      .filter(({ result }) => result.outcome === 'fail')
      .map(({ criterion }) => criterion);
    expect(failing.filter(({ level }) => level <= 3)).toEqual([]);
    expect(failing.map(({ id }) => id)).toEqual([
      'BCI-CI-IF.every-change-4',
      'BCI-CI-FP.fix-5',
      'DRM-DRM-DS.able-twice-4',
      'DRM-DRM-DS.progressive-4',
      'DRM-DP-PP.every-change-4',
      'DRM-DP-PP.requirement-4',
    ]);
    expect(root.levels).toMatchObject({ award: 1, potential: 3 });
  });
});

describe('csa-stability', () => {
  it('has the ten processes', () => {
    expect(subItemsOf(model('csa-stability')).map(({ id }) => id)).toEqual(
      Array.from({ length: 10 }, (_, index) => `P${index + 1}`),
    );
    expect(model('csa-stability').maxLevel).toBe(4);
  });

  it('decides four processes by a metric, and one by what the regulation asks', () => {
    const mustHave = criteriaOf('csa-stability').filter(one => one.mustHave);
    expect(mustHave.map(({ id }) => id)).toEqual([
      ...[2, 3, 4].map(level => `P1.availability-${level}`),
      ...[2, 3, 4].map(level => `P3.discovery-${level}`),
      ...[2, 3, 4].map(level => `P5.compliance-${level}`),
      ...[2, 3, 4].map(level => `P6.automated-${level}`),
      'P7.headroom-2',
      'P7.stress-2',
    ]);
    expect(mustHave.slice(0, -2).map(rule)).toEqual([
      ...[0.999, 0.9995, 0.9999].map(
        limit => `availability value >= ${limit}, undecided`,
      ),
      ...[0.6, 0.8, 0.95].map(
        limit => `monitoring-discovery-rate value >= ${limit}, not-applicable`,
      ),
      ...[0.7, 0.85, 0.95].map(
        limit => `recovery-compliance-rate value >= ${limit}, not-applicable`,
      ),
      ...[0.4, 0.7, 0.9].map(
        limit => `automated-release-rate value >= ${limit}, undecided`,
      ),
    ]);
  });

  it('lets nobody waive a floor of the regulation', () => {
    expect(
      criteriaOf('csa-stability')
        .filter(({ waivable }) => waivable === false)
        .map(({ id }) => id),
    ).toEqual(['P5.reportable-4', 'P7.headroom-2', 'P7.stress-2']);
  });

  it('judges monitoring, faults and changes by metrics at every level', () => {
    for (const [process, count] of [
      ['P3', 5],
      ['P5', 5],
      ['P6', 6],
    ] as const) {
      for (const level of [2, 3, 4]) {
        const rules = rulesOf('csa-stability', level)[process];
        expect(
          rules.filter(one => !one.startsWith('attestation')).length,
        ).toBeGreaterThanOrEqual(count);
      }
    }
  });

  it('counts only processes with a decided must-have criterion', () => {
    const root = evaluate(model('csa-stability'), {
      measurements: {
        'automated-release-rate': measured('automated-release-rate', 0.75),
        'alert-precision': measured('alert-precision', 0.1),
        'monitoring-discovery-rate': {
          ...measured('monitoring-discovery-rate', 0),
          status: 'none',
        },
      },
      decisions: {},
      earlier: () => undefined,
    });
    const [process] = root.children!;
    expect(process.children!.map(({ levels }) => levels.measured)).toEqual([
      ...Array.from({ length: 5 }, () => undefined),
      3,
      ...Array.from({ length: 4 }, () => undefined),
    ]);
    expect(root.levels).toMatchObject({ measured: 3, decided: 1, total: 10 });
  });
});

describe('csa-safeguards', () => {
  it('accompanies csa-stability', () => {
    expect(model('csa-safeguards').companion).toBe(true);
    expect(model('csa-safeguards').target).toEqual(
      model('csa-stability').target,
    );
    expect(rulesOf('csa-safeguards', 2)).toEqual({
      O: ['spec.owner', 'attestation'],
      I: ['attestation', 'attestation'],
    });
  });
});
