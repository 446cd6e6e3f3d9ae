import { InputError } from '@backstage/errors';
import {
  subItemsOf,
  type AttestationContent,
  type AttestationCriterion,
  type EpochMs,
  type Model,
} from '@devops-scorecards/plugin-maturity-common';
import { DateTime } from 'luxon';

/** How long an attestation holds at most, and unless told. */
const MAX_MONTHS = 12;

/**
 * Checks that a content is about an attestation of a model that applies.
 *
 * @param models - those that apply to the entity
 * @throws InputError when the model does not apply, has no such criterion, or
 *   the criterion is decided by something else than people
 */
export function checkAttestation(
  content: AttestationContent,
  models: readonly Model[],
): AttestationCriterion {
  const model = models.find(({ id }) => id === content.model);
  if (!model) {
    throw new InputError(
      `The model '${
        content.model
      }' does not apply to this entity: name one of ${
        models.map(({ id }) => id).join(', ') || 'none, no model applies'
      }`,
    );
  }
  const criterion = subItemsOf(model)
    .flatMap(({ criteria }) => criteria)
    .find(({ id }) => id === content.criterionId);
  if (!criterion) {
    throw new InputError(
      `The model '${model.id}' has no criterion '${content.criterionId}': name one of the scorecard`,
    );
  }
  if (criterion.kind !== 'attestation') {
    throw new InputError(
      `The criterion '${criterion.id}' is decided by data (${criterion.kind}) and cannot be attested: correct the facts it rests on, or connect their source`,
    );
  }
  return criterion;
}

/** A span in which an attestation is to hold. */
export interface Validity {
  validFrom: EpochMs;
  validTo: EpochMs;
}

/**
 * Checks how long an attestation is to hold: at most twelve months by the
 * calendar, which is also what it gets unless told.
 *
 * @param options - `timeZone`: IANA zone of the calendar
 * @throws InputError when the span is empty or too long
 */
export function checkValidity(options: {
  validFrom: EpochMs;
  validTo?: EpochMs;
  timeZone: string;
}): Validity {
  const { validFrom, timeZone } = options;
  const latest = DateTime.fromMillis(validFrom, { zone: timeZone })
    .plus({ months: MAX_MONTHS })
    .toMillis();
  const validTo = options.validTo ?? latest;
  if (validTo <= validFrom) {
    throw new InputError(
      'The attestation would end before it begins: choose a validTo that lies after that',
    );
  }
  if (validTo > latest) {
    throw new InputError(
      `An attestation holds for at most ${MAX_MONTHS} months: choose a validTo of at most ${DateTime.fromMillis(
        latest,
        { zone: timeZone },
      ).toISO()} and renew it then`,
    );
  }
  return { validFrom, validTo };
}
