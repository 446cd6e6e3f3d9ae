import type { RequestHandler } from 'express';
import type { DeliveryGate } from './DeliveryGate';

/**
 * Holds assessments up a little from the first byte of a delivery to its answer:
 * a large body is read in many pieces, and each would wait for an assessment.
 */
export function letDeliveriesGoFirst(gate: DeliveryGate): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'POST' || request.method === 'PUT') {
      gate.deliver(() => new Promise(done => response.once('close', done)));
    }
    next();
  };
}
