import { maybe, maybeText } from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import { instant, maybeInstant, projectSchema, user } from './parts';

const labels = z
  .array(z.object({ title: maybeText }))
  .nullish()
  .transform(found => found?.flatMap(({ title }) => title ?? []));

const change = maybe(z.object({ current: z.unknown() }));

const labelChange = maybe(z.object({ previous: labels }));

/**
 * The payload of issues, incidents and all other work items, see
 * https://docs.gitlab.com/user/project/integrations/webhook_events/#work-item-events.
 */
export const issueSchema = z.object({
  // `confidential_issue` where only some may see it.
  event_type: maybeText,
  user,
  // Epics belong to a group.
  project: maybe(projectSchema),
  object_attributes: z.object({
    id: z.int(),
    iid: z.int(),
    author_id: maybe(z.int()),
    title: maybeText,
    // Absent before GitLab 17.2.
    type: maybeText,
    confidential: z.boolean().nullish(),
    state: maybeText,
    action: maybeText,
    created_at: instant,
    updated_at: instant,
    closed_at: maybeInstant,
    // A day, without a zone.
    due_date: maybeText,
    moved_to_id: z.int().nullish(),
    duplicated_to_id: z.int().nullish(),
    severity: maybeText,
    // Only of what can be escalated: incidents.
    escalation_status: maybeText,
    labels,
    url: maybeText,
  }),
  labels,
  changes: maybe(
    z.object({
      escalation_status: change,
      updated_at: change,
      labels: labelChange,
    }),
  ),
});

export type IssuePayload = z.output<typeof issueSchema>;
