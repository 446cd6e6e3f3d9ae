import type {
  Measurement,
  MetricDefinition,
  SubjectSetting,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { baseMeasurement } from '../baseMeasurement';

/**
 * What a metric says that cannot be decided before the entity has a setting:
 * `no-source`, with the setting that pages ask for beside any missing source.
 */
export function needsSetting(options: {
  definition: MetricDefinition;
  input: MetricInput;
  setting: SubjectSetting;
}): Measurement {
  const { definition, input, setting } = options;
  const {
    connectedSince: _,
    missing = [],
    ...base
  } = baseMeasurement({
    definition,
    input,
    items: [],
    surroundings: { open: [] },
  });
  return { ...base, status: 'no-source', missing, needs: [setting] };
}
