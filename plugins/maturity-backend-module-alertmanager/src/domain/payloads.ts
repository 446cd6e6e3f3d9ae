import {
  instant,
  instantOrZero,
  maybe,
  maybeText,
} from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';

/**
 * The parts of a notification that are read, see
 * https://prometheus.io/docs/alerting/latest/configuration/#webhook_config.
 * Anything else is let through unseen.
 */
export const notificationSchema = z.object({
  receiver: maybeText,
  status: maybeText,
  externalURL: maybeText,
  truncatedAlerts: maybe(z.number()),
  // Read one by one, so that none takes its neighbours down.
  alerts: z.array(z.unknown()),
});

export type Notification = z.output<typeof notificationSchema>;

export const alertSchema = z.object({
  status: z.string().min(1),
  labels: z.record(z.string(), z.string()),
  startsAt: instant,
  endsAt: instantOrZero,
  generatorURL: maybeText,
  fingerprint: maybeText,
});

/** One alert of a notification. */
export type Alert = z.output<typeof alertSchema>;
