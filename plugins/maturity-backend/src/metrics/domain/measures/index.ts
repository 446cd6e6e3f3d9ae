import type { ReadingMetric } from '@devops-scorecards/plugin-maturity-node';
import { codeReadings } from './codeReadings';
import { continuityReadings } from './continuityReadings';
import { deliveryReadings } from './deliveryReadings';
import { operationsReadings } from './operationsReadings';

export { measureMetric } from './measureMetric';

/** The metrics of readings that come with the product. */
export const builtInReadings: readonly ReadingMetric[] = [
  ...codeReadings,
  ...deliveryReadings,
  ...operationsReadings,
  ...continuityReadings,
];
