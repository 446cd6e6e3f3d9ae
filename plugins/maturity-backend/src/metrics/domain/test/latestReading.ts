import type {
  Measurement,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { shareMeasurement } from './shareMeasurement';
import { trunkReadings } from './trunkReadings';

/** The latest reading of one name on the trunk in the window. */
export function latestReading(options: {
  definition: MetricDefinition;
  input: MetricInput;
  name: string;
}): Measurement {
  const { definition, input, name } = options;
  const { readings, unknown } = trunkReadings(input, name);
  return shareMeasurement({
    definition,
    input,
    readings: readings.slice(-1),
    unknown,
  });
}
