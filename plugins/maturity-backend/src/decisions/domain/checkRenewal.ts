import { InputError } from '@backstage/errors';
import type {
  AttestationContent,
  Decision,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * Checks that an attestation renews one that was approved for the same
 * criterion, whether that is still in force or has expired.
 *
 * @param renewed - what stands under the id that is renewed on this entity
 * @throws InputError when it cannot be renewed
 */
export function checkRenewal(
  content: AttestationContent,
  renewed: Decision | undefined,
): void {
  if (
    renewed?.content.kind !== 'attest' ||
    renewed.content.model !== content.model ||
    renewed.content.criterionId !== content.criterionId
  ) {
    throw new InputError(
      'What is to be renewed is no attestation of this criterion: leave renews out, or name one',
    );
  }
  if (renewed.state !== 'approved') {
    throw new InputError(
      `An attestation that is ${renewed.state} cannot be renewed: leave renews out`,
    );
  }
}
