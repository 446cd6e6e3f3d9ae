import type { ScorecardKind } from '@devops-scorecards/plugin-maturity-common';
import {
  MATURITY_MODEL_ANNOTATION,
  STABILITY_MODEL_ANNOTATION,
  TIER_LABEL,
} from '@devops-scorecards/plugin-maturity-common';

/** What decides which models apply to an entity. */
export interface ModelSubject {
  kind: string;
  type?: string;
  tier?: string;
  /** Model ids that the entity's annotations name, by scorecard. */
  models: Readonly<Partial<Record<ScorecardKind, string>>>;
}

/** Reads off an entity what decides which models apply to it. */
export function modelSubject(
  entity: Readonly<Record<string, unknown>>,
): ModelSubject {
  const metadata = recordAt(entity, 'metadata');
  const annotations = recordAt(metadata, 'annotations');
  const spec = recordAt(entity, 'spec');
  return {
    kind: textAt(entity, 'kind') ?? '',
    type: textAt(spec, 'type'),
    tier:
      textAt(recordAt(metadata, 'labels'), TIER_LABEL) ?? textAt(spec, 'tier'),
    models: {
      maturity: textAt(annotations, MATURITY_MODEL_ANNOTATION),
      stability: textAt(annotations, STABILITY_MODEL_ANNOTATION),
    },
  };
}

function recordAt(
  value: Readonly<Record<string, unknown>>,
  key: string,
): Record<string, unknown> {
  const found = value[key];
  return typeof found === 'object' && found !== null
    ? (found as Record<string, unknown>)
    : {};
}

function textAt(
  value: Readonly<Record<string, unknown>>,
  key: string,
): string | undefined {
  const found = value[key];
  const text = typeof found === 'string' ? found.trim() : '';
  return text === '' ? undefined : text;
}
