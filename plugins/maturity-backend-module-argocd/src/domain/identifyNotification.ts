import { canonicalJson } from '@devops-scorecards/plugin-maturity-node';
import { type ArgocdPayload, revisionText } from './payloadSchema';

/** What tells notifications apart, and what they have in common. */
export interface NotificationIdentity {
  /** Of the operation, the same in all its phases and tries. */
  key: string;
  /** Of the state that the notification shows. */
  eventId: string;
  /** What a state says once and for all. */
  contents: string;
}

/** Phases after which nothing of an operation changes. */
const FINAL = new Set(['Succeeded', 'Failed', 'Error']);

/**
 * Which operation a notification shows, and in which state.
 *
 * @remarks
 *
 * - An operation is known by the time at which it began, which stays when it
 *   is tried again. The revision is not known from the beginning, and is
 *   forgotten between two tries. The `uid` tells two Argo CDs apart whose
 *   applications have one name and are synced in the same second.
 * - Argo CD renders a notification anew when it sends it again, for example
 *   after its controller was restarted: images, history and health may be other
 *   ones by then. They are no part of the contents, so it is a duplicate.
 * - Health is part of the state where it changed after a sync that succeeded,
 *   because that is told by a notification of its own.
 */
export function identifyNotification(
  payload: ArgocdPayload,
): NotificationIdentity {
  const { application, operation, health } = payload;
  const { phase = 'none', startedAt } = operation;
  const key = [
    `${application.namespace}/${application.name}`,
    iso(startedAt) ?? 'never',
    application.uid,
  ].join(' ');
  const since = healthSince(payload);
  const eventId = [
    key,
    phase,
    ...(since === undefined ? [] : [health.status, iso(since)]),
  ].join(' ');
  const contents = canonicalJson({
    eventId,
    ...(FINAL.has(phase) && {
      finishedAt: iso(operation.finishedAt),
      terminated: operation.terminated,
      timedOut: operation.timedOut,
      revision: revisionText(operation),
    }),
  });
  return { key, eventId, contents };
}

/**
 * When the application became healthy or degraded after a sync that succeeded,
 * in epoch milliseconds.
 */
export function healthSince({
  operation: { phase, finishedAt },
  health: { status, since },
}: ArgocdPayload): number | undefined {
  const tells = status === 'Healthy' || status === 'Degraded';
  return tells &&
    phase === 'Succeeded' &&
    since !== undefined &&
    finishedAt !== undefined &&
    since >= finishedAt
    ? since
    : undefined;
}

function iso(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
