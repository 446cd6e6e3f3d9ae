import {
  canonicalJson,
  type SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import { type AlertDialect, mapAlert } from './mapAlert';
import { isStorable } from './namesOfAlert';
import { alertSchema, type Notification, notificationSchema } from './payloads';

/** How a notification is mapped. */
export interface NotificationOptions {
  /** What the payload calls its version, and what to do about another. */
  version: { expected: string; otherwise: string };
  dialect: AlertDialect;
  /** Stands in for the address of the instance where it tells none. */
  fallbackSource: string;
  /** Epoch milliseconds. */
  receivedAt: number;
  /** A short text that stands for another one. */
  hash: (text: string) => string;
}

/**
 * The alerts of a notification, each as an event.
 *
 * @remarks
 *
 * An alert that cannot be read is kept without a fact and with what is wrong
 * with it, so that its neighbours count. Where none can be read the
 * notification is refused.
 *
 * @throws ZodError for what is no such notification
 */
export function mapNotification(
  payload: unknown,
  options: NotificationOptions,
): SourceEvent[] {
  const { version, dialect, fallbackSource, receivedAt, hash } = options;
  z.object({
    version: z.literal(version.expected, { error: version.otherwise }),
  }).parse(payload);
  const notification = notificationSchema.parse(payload);
  const read = notification.alerts.map(alert => alertSchema.safeParse(alert));
  if (read.length > 0 && !read.some(({ success }) => success)) {
    z.object({ alerts: z.array(alertSchema) }).parse(payload);
  }
  const { externalURL } = notification;
  const eventSource =
    externalURL && isStorable(externalURL) ? externalURL : fallbackSource;
  const envelope = envelopeOf(notification);
  return read.map(({ data: alert, error }, index): SourceEvent => {
    if (alert) {
      return mapAlert(alert, { dialect, eventSource, receivedAt, envelope });
    }
    const contents = canonicalJson(notification.alerts[index]);
    const [issue] = error.issues;
    return {
      eventSource,
      eventId: `unreadable ${hash(contents)}`,
      type: `${dialect.eventType}.unreadable`,
      occurredAt: receivedAt,
      aliases: [],
      statements: [],
      contents,
      envelope: {
        ...envelope,
        problem: [issue.path.join('.'), issue.message]
          .filter(Boolean)
          .join(': '),
      },
    };
  });
}

/**
 * Neither labels nor annotations, which may hold anything. That alerts were
 * left out (`max_alerts`) can only be told from the number.
 */
function envelopeOf(notification: Notification): Record<string, unknown> {
  const { receiver, status, truncatedAlerts } = notification;
  return { receiver, groupStatus: status, truncatedAlerts };
}
