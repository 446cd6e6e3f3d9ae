import type {
  AlertFields,
  Severity,
} from '@devops-scorecards/plugin-maturity-common';
import { scalarText } from './scalarText';

/** The priorities of Opsgenie, the gravest first. */
export const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'] as const;

export type Priority = (typeof PRIORITIES)[number];

export type AlertSeverities = Readonly<
  Partial<Record<Priority, AlertFields['severity']>>
>;

/** Opsgenie calls them critical, high, moderate, low and informational. */
export const ALERT_SEVERITIES: AlertSeverities = {
  P1: 'critical',
  P2: 'warning',
  P3: 'warning',
  P4: 'info',
  P5: 'info',
};

/** How grave an incident is that is made of an alert. */
export const INCIDENT_SEVERITIES: Readonly<Record<Priority, Severity>> = {
  P1: 'critical',
  P2: 'major',
  P3: 'minor',
  P4: 'minor',
  P5: 'minor',
};

/** Reads `P2`; older payloads have the number alone. */
export function priorityOf(value: unknown): Priority | undefined {
  const [, digit] = /^P?([1-5])$/i.exec(scalarText(value).trim()) ?? [];
  return digit === undefined ? undefined : PRIORITIES[Number(digit) - 1];
}
