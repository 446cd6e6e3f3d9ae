import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { decidedRatio } from './decidedRatio';

const definition: MetricDefinition = {
  id: 'artifact-provenance-rate',
  area: 'release',
  title: { en: 'Artifact provenance rate', 'zh-CN': '制品来源可信率' },
  description: {
    en: 'Share of production deployments whose artifact was found in the registry by its digest, with every stage of promotion passed. Where that is unknown, it counts as not found.',
    'zh-CN':
      '生产部署中其制品可按摘要在制品库中找到且通过各级晋级的比例。来源未知的部署按未找到计。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment'],
  minimum: 10,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), artifact management',
  page: 'metrics/artifact-provenance-rate.md',
};

/** Production deployments of verified artifacts / production deployments (M05). */
export const artifactProvenanceRate: Metric = {
  definition,
  measure(input) {
    return decidedRatio({
      definition,
      input,
      decide: ({ fields: { provenance } }) =>
        provenance && provenance === 'verified',
    });
  },
};
