import type { Refusal } from '@devops-scorecards/plugin-maturity-node';

/** A delivery that is refused as a whole, with the status to answer with. */
export class DeliveryRefusedError extends Error {
  readonly statusCode: number;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'DeliveryRefusedError';
    this.statusCode = refusal.code;
  }
}
