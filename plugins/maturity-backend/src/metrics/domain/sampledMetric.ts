import type {
  Metric,
  SampledMetric,
} from '@devops-scorecards/plugin-maturity-node';
import { countMeasurement } from './countMeasurement';
import { durationMeasurement } from './durationMeasurement';
import { rateMeasurement } from './rateMeasurement';
import { ratioMeasurement } from './ratioMeasurement';

/** The metric that measures what a sampled metric counts. */
export function sampledMetric(metric: SampledMetric): Metric {
  const { definition, lookBackDays } = metric;
  return {
    definition,
    ...(lookBackDays === undefined ? {} : { lookBackDays }),
    measure(input) {
      const { open = [], unknown, ...sample } = metric.sample(input);
      const common = {
        definition,
        input,
        surroundings: {
          open,
          ...(unknown === undefined ? {} : { unknown }),
        },
      };
      switch (sample.form) {
        case 'share':
          return ratioMeasurement({ ...common, items: sample.items });
        case 'durations':
          return durationMeasurement({ ...common, items: sample.items });
        case 'rate':
          return rateMeasurement({
            ...common,
            items: sample.items,
            ...(sample.days === undefined ? {} : { days: sample.days }),
          });
        default:
          return countMeasurement({ ...common, items: sample.items });
      }
    },
  };
}
