import {
  maybe,
  maybeInstant,
  maybeText,
} from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';

/** Version of the template that this release publishes and reads. */
const TEMPLATE_VERSION = 1;

/** What says which template rendered a body; read before anything else. */
export const versionSchema = z.object({
  version: z.literal(TEMPLATE_VERSION, {
    error: `it must be ${TEMPLATE_VERSION}: install the template of this release in argocd-notifications-cm`,
  }),
});

/**
 * Revision of an application of one source, or revisions of one of several.
 * The empty text and the empty list are what is not known.
 */
const revisions = {
  revision: maybeText,
  revisions: maybe(z.array(z.string())),
};

/**
 * What the template in `notifications/argocd-notifications-cm.yaml` renders. A
 * change of it that this cannot read needs another version, and both must be
 * read for as long as templates of the old one are installed.
 */
export const payloadSchema = z.object({
  argocd: maybeText,
  application: z.object({
    uid: z.string().min(1),
    name: z.string().min(1),
    namespace: z.string().min(1),
    entityRef: maybeText,
    environments: z.object({
      annotation: maybeText,
      label: maybeText,
      environment: maybeText,
      env: maybeText,
      cluster: maybeText,
      namespace: maybeText,
    }),
    kubernetes: z.object({
      annotation: maybeText,
      label: maybeText,
      name: maybeText,
    }),
    sources: z.array(z.object({ repoURL: maybeText, chart: maybeText })),
    images: maybe(z.array(z.string())),
  }),
  operation: z.object({
    phase: maybeText,
    startedAt: maybeInstant,
    finishedAt: maybeInstant,
    terminated: z.boolean(),
    timedOut: z.boolean(),
    automated: z.boolean(),
    byUser: z.boolean(),
    byProjectToken: z.boolean(),
    userHash: maybeText,
    dryRun: z.boolean(),
    chosenResources: z.int().min(0),
    ...revisions,
  }),
  desired: z.object(revisions),
  health: z.object({ status: maybeText, since: maybeInstant }),
  // The oldest first.
  history: z.array(z.object(revisions)),
});

/** One notification. */
export type ArgocdPayload = z.output<typeof payloadSchema>;

/** Revisions as one text, by which they are compared. */
export function revisionText({
  revision,
  revisions: several,
}: ArgocdPayload['desired']): string | undefined {
  return several && several.length > 0 ? several.join(' ') : revision;
}
