import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of the permissions that depend on the entity asked for. @public */
export const RESOURCE_TYPE_MATURITY_ENTITY = 'maturity-entity';

/** Read the scorecard, metrics, facts and history of an entity. @public */
export const maturityScorecardReadPermission = createPermission({
  name: 'maturity.scorecard.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_MATURITY_ENTITY,
});

/** Have an entity assessed again now. @public */
export const maturityScorecardRefreshPermission = createPermission({
  name: 'maturity.scorecard.refresh',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_MATURITY_ENTITY,
});

/** Attest a criterion of an entity, or correct one of its facts. @public */
export const maturityDecisionCreatePermission = createPermission({
  name: 'maturity.decision.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_MATURITY_ENTITY,
});

/** Decide on what another person attested or corrected. @public */
export const maturityDecisionReviewPermission = createPermission({
  name: 'maturity.decision.review',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_MATURITY_ENTITY,
});

/** Bring in decisions that were made elsewhere; meant for service tokens. @public */
export const maturityDecisionImportPermission = createPermission({
  name: 'maturity.decision.import',
  attributes: { action: 'create' },
});

/** Read models and the metric catalogue. @public */
export const maturityModelReadPermission = createPermission({
  name: 'maturity.model.read',
  attributes: { action: 'read' },
});

/** Send events; meant for service tokens. @public */
export const maturityEventIngestPermission = createPermission({
  name: 'maturity.event.ingest',
  attributes: { action: 'create' },
});

/** See sources, pulls, unmapped and refused events: whoever runs the portal. @public */
export const maturityOperationsReadPermission = createPermission({
  name: 'maturity.operations.read',
  attributes: { action: 'read' },
});

/**
 * Change what operators look after: map names to entities, import history, pull
 * now, replay the log, erase a person.
 *
 * @public
 */
export const maturityOperationsManagePermission = createPermission({
  name: 'maturity.operations.manage',
  attributes: { action: 'update' },
});

/** Tell of an incident of an entity, where no tool does. @public */
export const maturityIncidentReportPermission = createPermission({
  name: 'maturity.incident.report',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_MATURITY_ENTITY,
});

/** Every permission of the plugin. @public */
export const maturityPermissions = [
  maturityScorecardReadPermission,
  maturityScorecardRefreshPermission,
  maturityDecisionCreatePermission,
  maturityDecisionReviewPermission,
  maturityDecisionImportPermission,
  maturityModelReadPermission,
  maturityEventIngestPermission,
  maturityOperationsReadPermission,
  maturityOperationsManagePermission,
  maturityIncidentReportPermission,
];
