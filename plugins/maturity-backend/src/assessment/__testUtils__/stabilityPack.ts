import { STABILITY_MODEL_ANNOTATION } from '@devops-scorecards/plugin-maturity-common';
import type { ModelPack } from '../../models';

export const STABILITY_MODEL = 'test-stability';

/** Annotations of an entity that the pack below applies to. */
export const STABILITY_ANNOTATIONS = {
  [STABILITY_MODEL_ANNOTATION]: STABILITY_MODEL,
};

const text = (en: string) => `{ en: ${en}, zh-CN: ${en} }`;

/** A stability model with a metric and an attestation that it contradicts. */
export const stabilityPack: ModelPack = {
  file: 'test-stability.yaml',
  yaml: `
id: ${STABILITY_MODEL}
scorecard: stability
version: '1'
effectiveFrom: '2020-01-01'
title: ${text('Stability')}
description: ${text('Stability')}
attribution: ${text('Ours')}
levels:
  - { level: 1, title: ${text('One')} }
  - { level: 2, title: ${text('Two')} }
  - { level: 3, title: ${text('Three')} }
  - { level: 4, title: ${text('Four')} }
children:
  - id: faults
    title: ${text('Faults')}
    criteria:
      - id: restore-l2
        kind: metric
        level: 2
        title: ${text('Restored within a day')}
        metric: time-to-restore
        statistic: max
        operator: <=
        threshold: 1d
        onNone: undecided
        provenance: { kind: inferred, source: test }
      - id: plan-l3
        kind: attestation
        level: 3
        title: ${text('There is a plan')}
        statement: ${text('There is a plan')}
        contradictedBy:
          metric: incidents
          statistic: value
          operator: '>='
          threshold: 3
        provenance: { kind: inferred, source: test }
      - id: available-l4
        kind: metric
        level: 4
        title: ${text('Available')}
        metric: availability
        statistic: value
        operator: '>='
        threshold: 99.9%
        onNone: undecided
        provenance: { kind: inferred, source: test }
`,
};
