import { normaliseEntityRef } from '@devops-scorecards/plugin-maturity-node';
import { incidentOf } from './incidentOf';
import { type Issue, issueOf } from './issueOf';
import type { IssuePayload } from './issuePayload';
import type { MappedPayload, Surroundings } from './mapping';
import { findProject } from './projectOf';
import { workItemOf } from './workItemOf';

/** A scoped label that names the entity, such as `entityref::component:payments`. */
const ENTITY_LABEL = /^entityref::\s*(.+)$/;

/**
 * An `issue` or `work_item` event shows an issue, an incident or whatever else
 * is planned in GitLab, whole, whatever the action. What is neither an incident
 * nor has a label that the configuration names says nothing, and neither does
 * what belongs to a group, as epics do.
 */
export function mapIssue(
  payload: IssuePayload,
  surroundings: Surroundings,
): MappedPayload {
  const { object_attributes: attributes } = payload;
  const project = findProject(payload.project);
  const issue = issueOf(payload);
  const mapped = {
    subject: `${project?.path ?? 'group'}/-/issues/${attributes.iid}`,
    occurredAt: attributes.updated_at,
    entityRef: entityRefOf(issue),
  };
  if (!project) {
    return { ...mapped, statements: [] };
  }
  const incident = incidentOf(issue, project.host, surroundings);
  return {
    ...mapped,
    statements:
      incident.length > 0
        ? incident
        : workItemOf(issue, project.host, surroundings.meaning.labels),
  };
}

/** A label that names no entity is passed over, and the project counts. */
function entityRefOf({ labels }: Issue): string | undefined {
  for (const label of labels) {
    const ref = normaliseEntityRef(ENTITY_LABEL.exec(label)?.[1] ?? '');
    if (ref) {
      return ref;
    }
  }
  return undefined;
}
