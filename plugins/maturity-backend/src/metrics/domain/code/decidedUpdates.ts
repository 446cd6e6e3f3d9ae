import type {
  ChangeFields,
  Measurement,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { updatesInWindow } from '../integrations';
import { ratioMeasurement } from '../ratioMeasurement';

/**
 * The share of trunk updates of which something is so.
 *
 * @remarks
 *
 * Where nobody says it, the update counts as not so and in `unknown`: silence
 * never raises a level. Where the changes of one update disagree, what speaks
 * against it wins.
 *
 * @param options - `decide`: whether one change says that it is so; undefined
 * where it says nothing. `bots`: whether updates of bots count
 */
export function decidedUpdates(options: {
  definition: MetricDefinition;
  input: MetricInput;
  bots: boolean;
  decide: (change: ChangeFields) => boolean | undefined;
}): Measurement {
  const { definition, input, bots, decide } = options;
  let unknown = 0;
  const items = updatesInWindow(input)
    .filter(({ bot }) => bots || !bot)
    .map(({ fact, at, changes }) => {
      const said = changes.map(({ fields }) => decide(fields));
      const hit = said.includes(true) && !said.includes(false);
      if (!hit && !said.includes(false)) {
        unknown += 1;
      }
      return { fact, at, hit };
    });
  return ratioMeasurement({
    definition,
    input,
    items,
    surroundings: { open: [], unknown },
  });
}
