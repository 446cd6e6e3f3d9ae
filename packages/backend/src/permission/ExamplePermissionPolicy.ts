import {
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createMaturityConditionalDecision,
  maturityConditions,
} from '@devops-scorecards/plugin-maturity-backend';
import {
  maturityDecisionCreatePermission,
  maturityDecisionReviewPermission,
  maturityIncidentReportPermission,
  maturityModelReadPermission,
  maturityScorecardReadPermission,
  maturityScorecardRefreshPermission,
} from '@devops-scorecards/plugin-maturity-common';

/** Members of this group run the portal and may do everything. */
export const PLATFORM_GROUP = 'group:default/platform';

const ALLOW = { result: AuthorizeResult.ALLOW } as const;
const DENY = { result: AuthorizeResult.DENY } as const;

/**
 * A policy to start from: platform engineers may do everything, everybody else
 * who is signed in may read the catalog and all scorecards, and for what they
 * own refresh scorecards, attest, correct, report incidents, and review what
 * others attest or correct.
 *
 * @remarks
 *
 * Nobody decides on a proposal of their own: that is not left to policies.
 *
 * What is not named here is denied, so a permission that a later version adds
 * stays closed to developers until somebody has thought about it.
 */
export class ExamplePermissionPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return DENY;
    }
    const { ownershipEntityRefs } = user.info;
    if (ownershipEntityRefs.includes(PLATFORM_GROUP)) {
      return ALLOW;
    }
    if (
      isPermission(permission, maturityScorecardRefreshPermission) ||
      isPermission(permission, maturityDecisionCreatePermission) ||
      isPermission(permission, maturityDecisionReviewPermission) ||
      isPermission(permission, maturityIncidentReportPermission)
    ) {
      return createMaturityConditionalDecision(
        permission,
        maturityConditions.isEntityOwner({ owners: ownershipEntityRefs }),
      );
    }
    if (
      isPermission(permission, maturityScorecardReadPermission) ||
      isPermission(permission, maturityModelReadPermission)
    ) {
      return ALLOW;
    }
    if (
      permission.name.startsWith('catalog.') &&
      permission.attributes.action === 'read'
    ) {
      return ALLOW;
    }
    return DENY;
  }
}
