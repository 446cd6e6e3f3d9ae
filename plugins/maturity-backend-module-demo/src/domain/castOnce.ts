import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { alertHappenings } from './generateAlerts';
import {
  toGeneratedEvents,
  type GeneratedEvent,
  type Happening,
} from './generatedEvents';
import { workingDays, type LocalDay } from './localDays';
import { createRandom } from './random';

const MINUTE = 60_000;
const SECOND = 1_000;

/** Alerts of the storm, and for how long it lasts. */
const STORM = { alerts: 90, minutes: 6, from: 10 * 60 + 12 };

/** What the demo's second tool tells of the outage of the client gateway. */
export interface MonitoredOutage {
  id: string;
  entityRef: string;
  title: string;
  alertKey: string;
  startedAt: EpochMs;
  detectedAt: EpochMs;
  restoredAt: EpochMs;
}

interface Options {
  seed: number;
  anchor: EpochMs;
  timeZone: string;
}

/** Makes what happened once, not long before the anchor. */
export function generateOnce(options: Options): GeneratedEvent[] {
  return [
    ...wrapped(options, 'fund-transfer', openIncident(options)),
    ...wrapped(options, 'market-data-hub', storm(options)),
    ...wrapped(options, 'client-gateway', gatewayOutage(options)),
  ];
}

/**
 * Makes the outage of the client gateway as another tool saw it: under a name of
 * its own and at slightly other times, with the key of the same alert.
 */
export function generateMonitoredOutage(options: Options): MonitoredOutage {
  const startedAt = outageStart(options);
  return {
    id: `monitor-${options.seed}-1`,
    entityRef: 'component:default/client-gateway',
    title: 'client-gateway: no answer from 3 of 3 probes',
    alertKey: 'client-gateway/login errors',
    startedAt: startedAt + 30 * SECOND,
    detectedAt: startedAt + MINUTE,
    restoredAt: startedAt + 15 * MINUTE,
  };
}

function wrapped(
  options: Options,
  name: string,
  happenings: readonly Happening[],
): GeneratedEvent[] {
  return toGeneratedEvents({
    story: { name, entityRef: `component:default/${name}` },
    seed: options.seed,
    part: 'once',
    happenings,
  });
}

/** A working day about so many days before the anchor, or the one before. */
function dayBefore(options: Options, before: number): LocalDay {
  return workingDays({
    ...options,
    firstDay: before + 2,
    lastDay: before,
  }).at(-1)!;
}

/** Acknowledged, and then nobody went on. */
function openIncident(options: Options): Happening[] {
  const day = dayBefore(options, 9);
  const subject = 'fund-transfer-open';
  const startedAt = new Date(day.at(10 * 60 + 5)).toISOString();
  return [
    {
      kind: 'incident-opened',
      at: day.at(10 * 60 + 43),
      subject,
      content: {
        title: 'Transfers from one bank need a second try',
        severity: 'major',
        impact: 'degraded',
        environment: 'production',
        cause: 'dependency',
        detectedBy: 'user',
        startedAt,
      },
      customData: {},
    },
    {
      kind: 'incident-acknowledged',
      at: day.at(11 * 60 + 10),
      subject,
      content: {},
      customData: {},
    },
  ];
}

/** One cause, many alerts: a single incident is made of them. */
function storm(options: Options): Happening[] {
  const day = dayBefore(options, 6);
  const random = createRandom(options.seed, 'market-data-hub/storm');
  const from = day.at(STORM.from);
  return Array.from({ length: STORM.alerts }, (_, ordinal) => {
    const firedAt = from + random.integer(0, STORM.minutes * 60) * SECOND;
    const critical = ordinal % 3 === 0;
    return alertHappenings({
      story: { name: 'market-data-hub' },
      name: `feed gap on channel ${ordinal + 1}`,
      severity: critical ? 'critical' : 'warning',
      actionable: ordinal === 0,
      firedAt,
      acknowledgedAt: ordinal === 0 ? firedAt + 2 * MINUTE : undefined,
      resolvedAt: firedAt + random.integer(8, 14) * MINUTE,
    });
  }).flat();
}

function outageStart(options: Options): EpochMs {
  return dayBefore(options, 12).at(14 * 60 + 20);
}

function gatewayOutage(options: Options): Happening[] {
  const startedAt = outageStart(options);
  const about = {
    subject: 'client-gateway-outage',
    content: {},
    customData: {},
  };
  return [
    {
      ...about,
      kind: 'incident-opened',
      at: startedAt + 3 * MINUTE,
      content: {
        title: 'Clients cannot log in',
        severity: 'critical',
        impact: 'outage',
        environment: 'production',
        cause: 'dependency',
        detectedBy: 'monitoring',
        alertKey: 'client-gateway/login errors',
        startedAt: new Date(startedAt).toISOString(),
      },
    },
    {
      ...about,
      kind: 'incident-acknowledged',
      at: startedAt + 5 * MINUTE,
    },
    { ...about, kind: 'incident-restored', at: startedAt + 16 * MINUTE },
    {
      ...about,
      kind: 'incident-reviewed',
      at: startedAt + 3 * 24 * 60 * MINUTE,
    },
  ];
}
