import type { ModelPack } from '../../models';

/** Id of the model below. */
export const MODEL = 'delivery';

const text = (en: string) => ({ en, 'zh-CN': en });

function criterion(id: string, level: number, rest: object): object {
  return {
    id,
    level,
    title: text(id),
    guidance: text(id),
    effort: 'S',
    provenance: { kind: 'inferred', source: 'test' },
    ...rest,
  };
}

function atMost(metric: string, statistic: string, thresholds: string[]) {
  return thresholds.map((threshold, index) =>
    criterion(`${metric}-${index + 2}`, index + 2, {
      kind: 'metric',
      metric,
      statistic,
      operator: '<=',
      threshold,
      onNone: metric === 'red-build-fix-time' ? 'not-applicable' : 'undecided',
    }),
  );
}

function automated(level: number, threshold: string) {
  return criterion(`automated-${level}`, level, {
    kind: 'metric',
    metric: 'automated-release-rate',
    statistic: 'value',
    operator: '>=',
    threshold,
    onNone: 'undecided',
  });
}

function attested(id: string, level: number) {
  return criterion(id, level, { kind: 'attestation', statement: text(id) });
}

/** Level 5 of a sub-item: kept for nine months, and somebody says so. */
function kept(id: string) {
  return [
    criterion(`${id}-kept`, 5, {
      kind: 'sustained',
      atLeast: 4,
      daysAgo: [0, 90, 180, 270],
    }),
    attested(`${id}-improved`, 5),
  ];
}

function subItem(id: string, criteria: object[]) {
  return { id, title: text(id), description: text(id), criteria };
}

/**
 * A model of three sub-items that grades up to level 5 and is applied by
 * annotation. Tests of assessments use it instead of the product's models,
 * whose contents they are not about.
 */
export const deliveryPack: ModelPack = {
  file: 'delivery.yaml',
  // All JSON is YAML.
  yaml: JSON.stringify({
    id: MODEL,
    version: '1',
    effectiveFrom: '2021-01-01',
    title: text('Delivery'),
    description: text('Delivery'),
    attribution: text('Ours'),
    levels: [1, 2, 3, 4, 5].map(level => ({ level, title: text(`${level}`) })),
    children: [
      {
        id: 'builds',
        title: text('Builds'),
        children: [
          subItem('feedback', [
            ...atMost('build-feedback-time', 'mean', [
              '1d',
              '4h',
              '30m',
              '10m',
            ]),
            ...atMost('red-build-fix-time', 'mean', ['1d', '4h', '30m', '10m']),
            ...kept('feedback'),
          ]),
        ],
      },
      {
        id: 'releases',
        title: text('Releases'),
        children: [
          subItem('method', [
            automated(2, '50%'),
            automated(3, '95%'),
            attested('self-service', 4),
            ...kept('method'),
          ]),
          subItem('quality', [
            ...atMost('deployment-failure-rate', 'value', [
              '15%',
              '5%',
              '2%',
              '0.5%',
            ]),
            ...kept('quality'),
          ]),
        ],
      },
    ],
  }),
};
