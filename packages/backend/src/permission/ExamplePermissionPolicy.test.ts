import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  Permission,
} from '@backstage/plugin-permission-common';
import {
  maturityDecisionCreatePermission,
  maturityDecisionImportPermission,
  maturityDecisionReviewPermission,
  maturityEventIngestPermission,
  maturityModelReadPermission,
  maturityIncidentReportPermission,
  maturityOperationsManagePermission,
  maturityOperationsReadPermission,
  maturityPermissions,
  maturityScorecardReadPermission,
  maturityScorecardRefreshPermission,
} from '@devops-scorecards/plugin-maturity-common';
import { ExamplePermissionPolicy } from './ExamplePermissionPolicy';

const catalogRead = createPermission({
  name: 'catalog.entity.read',
  attributes: { action: 'read' },
  resourceType: 'catalog-entity',
});
const catalogDelete = createPermission({
  name: 'catalog.entity.delete',
  attributes: { action: 'delete' },
  resourceType: 'catalog-entity',
});

const DEVELOPER = ['user:default/lin', 'group:default/payments'];
const PLATFORM = ['user:default/zhao', 'group:default/platform'];

async function decide(permission: Permission, ownershipEntityRefs?: string[]) {
  const credentials = mockCredentials.user(ownershipEntityRefs?.[0]);
  const user = ownershipEntityRefs && {
    credentials,
    token: 'unused',
    expiresInSeconds: 3600,
    identity: {
      type: 'user' as const,
      userEntityRef: ownershipEntityRefs[0],
      ownershipEntityRefs,
    },
    info: { userEntityRef: ownershipEntityRefs[0], ownershipEntityRefs },
  };
  return new ExamplePermissionPolicy().handle({ permission }, user);
}

describe('ExamplePermissionPolicy', () => {
  it.each([...maturityPermissions, catalogRead, catalogDelete])(
    'allows platform engineers $name',
    async permission => {
      const { result } = await decide(permission, PLATFORM);
      expect(result).toBe(AuthorizeResult.ALLOW);
    },
  );

  it.each([
    maturityScorecardReadPermission,
    maturityModelReadPermission,
    catalogRead,
  ])('allows developers $name', async permission => {
    const { result } = await decide(permission, DEVELOPER);
    expect(result).toBe(AuthorizeResult.ALLOW);
  });

  it.each([
    maturityOperationsReadPermission,
    maturityOperationsManagePermission,
    maturityEventIngestPermission,
    maturityDecisionImportPermission,
    catalogDelete,
  ])('denies developers $name', async permission => {
    const { result } = await decide(permission, DEVELOPER);
    expect(result).toBe(AuthorizeResult.DENY);
  });

  it.each([
    maturityScorecardRefreshPermission,
    maturityDecisionCreatePermission,
    maturityDecisionReviewPermission,
    maturityIncidentReportPermission,
  ])('allows developers $name on what they own', async permission => {
    const { resourceType } = permission;
    await expect(decide(permission, DEVELOPER)).resolves.toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'maturity',
      resourceType,
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        resourceType,
        params: { owners: DEVELOPER },
      },
    });
  });

  it.each([...maturityPermissions, catalogRead])(
    'denies $name where nobody is signed in',
    async permission => {
      const { result } = await decide(permission);
      expect(result).toBe(AuthorizeResult.DENY);
    },
  );
});
