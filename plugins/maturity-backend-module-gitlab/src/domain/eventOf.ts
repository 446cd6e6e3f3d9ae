import { InputError } from '@backstage/errors';
import {
  canonicalJson,
  isJsonRecord,
  recordOf,
  type SourceEvent,
  textOf,
} from '@devops-scorecards/plugin-maturity-node';
import { kindOf, mapGitlabEvent } from './mapGitlabEvent';
import type { Surroundings } from './mapping';
import { projectSchema } from './parts';
import { findProject, type GitlabProject } from './projectOf';
import { withoutMailAddresses } from './withoutMailAddresses';

/** Where events come from that name no project, such as those of groups. */
const GITLAB_ITSELF = 'gitlab';

/** An event before it has an id, which is made of its contents. */
export type EventWithoutId = Omit<SourceEvent, 'eventId' | 'contents'> & {
  contents: string;
};

/**
 * Makes of a delivery, which is always one event, what is stored.
 *
 * @throws InputError for what is no event
 * @throws ZodError for a payload that is not what GitLab documents
 */
export function eventOf(
  payload: unknown,
  surroundings: Surroundings,
): EventWithoutId {
  const kind = kindOf(payload);
  if (!isJsonRecord(payload) || kind === undefined) {
    throw new InputError(
      'The payload is no event of GitLab: it has neither object_kind nor event_name, so deliver without a custom webhook template',
    );
  }
  const project = projectBeside(payload);
  const mapped = mapGitlabEvent(kind, payload, surroundings);
  const attributes = recordOf(payload, 'object_attributes');
  const action =
    textOf(attributes, 'action') ??
    textOf(payload, 'action') ??
    textOf(attributes, 'status') ??
    textOf(payload, 'status') ??
    textOf(payload, 'build_status');
  return {
    eventSource: project?.url ?? GITLAB_ITSELF,
    type: ['com.gitlab', kind, action].filter(Boolean).join('.'),
    subject: mapped?.subject,
    occurredAt: mapped?.occurredAt ?? surroundings.receivedAt,
    entityRef: mapped?.entityRef,
    aliases: project?.aliases ?? [],
    statements: mapped?.statements ?? [],
    contents: canonicalJson(withoutMailAddresses(payload)),
    // Neither names nor texts of people; the raw body has its own, short
    // retention.
    envelope: { kind, action, project: project?.path },
  };
}

/** Jobs of older versions, and comments, name the repository only. */
function projectBeside(
  payload: Readonly<Record<string, unknown>>,
): GitlabProject | undefined {
  const read = (value: unknown) =>
    findProject(projectSchema.safeParse(value).data);
  return read(payload.project) ?? read(payload.repository);
}
