import type { EpochMs } from './time';

/** Who noticed a fault first. @public */
export type Detector = 'monitoring' | 'inspection' | 'user' | 'regulator';

/** How grave a fault is, the gravest first. @public */
export type Severity = 'critical' | 'major' | 'minor';

/** What a fault meant for those who use the service. @public */
export type Impact = 'outage' | 'degraded' | 'none';

/** A fault of a running service. @public */
export interface IncidentFields {
  title?: string;
  severity?: Severity;
  /** Unknown counts as an outage: silence must not flatter availability. */
  impact?: Impact;
  /** When the impact began. Never assumed to be when it was detected. */
  startedAt?: EpochMs;
  detectedAt?: EpochMs;
  /** Unknown counts as not monitoring. */
  detectedBy?: Detector;
  /** First acknowledgement; taking it back does not erase it. */
  acknowledgedAt?: EpochMs;
  /** When the service was restored, which ends the impact. */
  restoredAt?: EpochMs;
  cause?: 'change' | 'capacity' | 'dependency' | 'hardware' | 'other';
  /** Key of the deployment that caused it, where somebody said so. */
  deployment?: string;
  /** Artifact that was at fault: links to the deployment that brought it. */
  artifact?: string;
  /** Environment it happened in, as the source says it. */
  environment?: string;
  /** Names the alert that raised it; the same key links across sources. */
  alertKey?: string;
  /** True for announced maintenance, which is no fault. */
  scheduled?: boolean;
  /** Key of the earlier incident that it repeats, found in its review. */
  repeatOf?: string;
  reviewedAt?: EpochMs;
  url?: string;
}

/** One firing of one alert. @public */
export interface AlertFields {
  /** What its source knows the alert by, the same in every firing. */
  alertKey?: string;
  name?: string;
  severity?: 'critical' | 'warning' | 'info';
  startedAt?: EpochMs;
  acknowledgedAt?: EpochMs;
  resolvedAt?: EpochMs;
  /** Whether somebody had to act on it. */
  actionable?: boolean;
  /** Whether it was handed on because nobody took it; false says that it was not. */
  escalated?: boolean;
  url?: string;
}
