import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  maturityDecisionCreatePermission,
  maturityDecisionImportPermission,
  maturityDecisionReviewPermission,
  maturityEventIngestPermission,
  maturityIncidentReportPermission,
  maturityModelReadPermission,
  maturityOperationsManagePermission,
  maturityOperationsReadPermission,
  maturityScorecardReadPermission,
  maturityScorecardRefreshPermission,
} from '@devops-scorecards/plugin-maturity-common';
import type { EntityReader } from '../reads';
import { toResource } from './EntityAuthorizer';
import { maturityEntityResourceRef, maturityEntityRules } from './rules';

/** Tells the permission framework of our permissions, resources and rules. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  entities: EntityReader;
}): void {
  const { permissionsRegistry, entities } = options;
  permissionsRegistry.addPermissions([
    maturityModelReadPermission,
    maturityEventIngestPermission,
    maturityOperationsReadPermission,
    maturityOperationsManagePermission,
    maturityDecisionImportPermission,
  ]);
  permissionsRegistry.addResourceType({
    resourceRef: maturityEntityResourceRef,
    permissions: [
      maturityScorecardReadPermission,
      maturityScorecardRefreshPermission,
      maturityDecisionCreatePermission,
      maturityDecisionReviewPermission,
      maturityIncidentReportPermission,
    ],
    rules: Object.values(maturityEntityRules),
    getResources: async refs => {
      const found = await entities.list(refs);
      const byRef = new Map(found.map(e => [e.entityRef, toResource(e)]));
      return refs.map(ref => byRef.get(ref));
    },
  });
}
