import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import {
  daysBefore,
  type EpochMs,
} from '@devops-scorecards/plugin-maturity-common';
import { observedWindow } from '../observedWindow';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { decidedRatio } from './decidedRatio';

const definition: MetricDefinition = {
  id: 'same-artifact-rate',
  area: 'release',
  title: { en: 'Same-artifact rate', 'zh-CN': '同一制品部署率' },
  description: {
    en: 'Share of production deployments whose artifact had been deployed to staging before, with success. Where the artifact is unknown, it counts as another one.',
    'zh-CN':
      '生产部署中其制品此前已成功部署到预发布环境的比例。制品未知的部署按不同制品计。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment'],
  minimum: 10,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), deployment process',
  page: 'metrics/same-artifact-rate.md',
};

const LOOK_BACK_DAYS = 90;

/**
 * Production deployments whose artifact had succeeded in staging when they began
 * / production deployments (M27).
 */
export const sameArtifactRate: Metric = {
  definition,
  lookBackDays: LOOK_BACK_DAYS,
  measure(input) {
    const staged = stagedArtifacts(input);
    return decidedRatio({
      definition,
      input,
      decide: ({ fields: { artifact, startedAt, finishedAt } }) => {
        if (!artifact) {
          return undefined;
        }
        const at = staged.get(artifact);
        return at !== undefined && at <= (startedAt ?? finishedAt!);
      },
    });
  },
};

/** When each artifact first succeeded in staging, up to 90 days before the window. */
function stagedArtifacts(input: MetricInput): Map<string, EpochMs> {
  const { from, to } = observedWindow(input);
  const readFrom = daysBefore(from, LOOK_BACK_DAYS, input.timeZone);
  const staged = new Map<string, EpochMs>();
  for (const fact of input.facts) {
    if (fact.kind !== 'deployment' || fact.fields.tier !== 'staging') {
      continue;
    }
    const { artifact, finishedAt, outcome } = fact.fields;
    if (
      artifact &&
      outcome === 'success' &&
      finishedAt !== undefined &&
      finishedAt >= readFrom &&
      finishedAt < to
    ) {
      const known = staged.get(artifact);
      staged.set(artifact, Math.min(finishedAt, known ?? finishedAt));
    }
  }
  return staged;
}
