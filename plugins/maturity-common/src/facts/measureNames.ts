import { CODE_MEASURES } from './measures/codeMeasures';
import { CONTINUITY_MEASURES } from './measures/continuityMeasures';
import { DELIVERY_MEASURES } from './measures/deliveryMeasures';
import type { MeasureName } from './measures/measureName';
import { OPERATIONS_MEASURES } from './measures/operationsMeasures';

export type {
  MeasureName,
  MeasureTopic,
  MeasureUnit,
} from './measures/measureName';

/**
 * The readings that built-in metrics know by their names, in the order in which
 * lists show them. A reading of any other name is kept for metrics of your own.
 *
 * @public
 */
export const MEASURE_NAMES: readonly MeasureName[] = [
  ...CODE_MEASURES,
  ...DELIVERY_MEASURES,
  ...OPERATIONS_MEASURES,
  ...CONTINUITY_MEASURES,
];

const BY_NAME: ReadonlyMap<string, MeasureName> = new Map(
  MEASURE_NAMES.map(measure => [measure.name, measure]),
);

/**
 * What is known of readings of a name.
 *
 * @returns `undefined` for a name that no built-in metric reads
 * @public
 */
export function measureNamed(name: string): MeasureName | undefined {
  return BY_NAME.get(name);
}
