import { type Edits, project, user } from './payloads';

/*
 * Payloads built from the field list of
 * https://docs.gitlab.com/user/project/integrations/webhook_events/#work-item-events.
 */

/** An incident, as GitLab 17.2 and newer send it. */
export function incident(edits: Edits = {}, rest: Edits = {}) {
  return {
    object_kind: 'work_item',
    event_type: 'work_item',
    user,
    project,
    object_attributes: {
      id: 301,
      iid: 23,
      type: 'Incident',
      title: 'Refunds fail',
      author_id: 4,
      project_id: 30,
      created_at: '2026-11-20 06:00:00 UTC',
      updated_at: '2026-11-20 06:00:00 UTC',
      closed_at: null,
      confidential: false,
      due_date: null,
      moved_to_id: null,
      duplicated_to_id: null,
      state: 'opened',
      action: 'open',
      severity: 'high',
      escalation_status: 'triggered',
      labels: [],
      url: `${project.web_url}/-/issues/incident/23`,
      ...edits,
    },
    labels: [],
    changes: {},
    ...rest,
  };
}

/** A plain issue. */
export function issue(edits: Edits = {}, rest: Edits = {}) {
  const { object_attributes: attributes, ...payload } = incident();
  const { escalation_status: _, ...plain } = attributes;
  return {
    ...payload,
    object_kind: 'issue',
    event_type: 'issue',
    object_attributes: {
      ...plain,
      type: 'Issue',
      severity: 'unknown',
      url: `${project.web_url}/-/issues/23`,
      ...edits,
    },
    ...rest,
  };
}

/** A label as issues have it. */
export function label(title: string) {
  return {
    id: 206,
    title,
    color: '#ffffff',
    project_id: 30,
    type: 'ProjectLabel',
  };
}
