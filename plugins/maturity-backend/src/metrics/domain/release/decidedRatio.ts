import type {
  Fact,
  Measurement,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { productionDeployments } from '../productionDeployments';
import { ratioMeasurement } from '../ratioMeasurement';

/**
 * The share of production deployments of which something is so.
 *
 * @remarks
 *
 * Where it is not known, the deployment counts in the worse direction, so that
 * silence never raises a level, and in `unknown`, so that a bad number can be
 * told from missing information.
 *
 * @param options - `decide`: whether it is so of a deployment; undefined where
 * that is unknown
 */
export function decidedRatio(options: {
  definition: MetricDefinition;
  input: MetricInput;
  decide: (deployment: Fact<'deployment'>) => boolean | undefined;
}): Measurement {
  const { definition, input, decide } = options;
  const { finished, open } = productionDeployments(input);
  const worse = definition.direction === 'lower';
  let unknown = 0;
  const items = finished.map(({ fact, at }) => {
    const hit = decide(fact);
    if (hit === undefined) {
      unknown += 1;
    }
    return { fact, at, hit: hit ?? worse };
  });
  return ratioMeasurement({
    definition,
    input,
    items,
    surroundings: { open, unknown },
  });
}
