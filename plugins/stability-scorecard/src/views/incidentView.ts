import {
  MANUAL_SOURCE,
  type Detector,
  type EpochMs,
  type FactReference,
  type IncidentFields,
  type IncidentRecord,
} from '@devops-scorecards/plugin-maturity-common';
import {
  formatDateTime,
  formatValue,
} from '@devops-scorecards/plugin-maturity-react';
import type { StabilityTexts } from '../translation';
import { begunAt } from './outages';

/** Who noticed a fault first, as pages tell it apart. */
export type DetectorKind = Detector | 'unknown';

/** Every {@link DetectorKind}, monitoring first. */
export const DETECTORS: readonly DetectorKind[] = [
  'monitoring',
  'inspection',
  'user',
  'regulator',
  'unknown',
];

/** Which incidents a reader wants to see by how they stand. */
export type IncidentStateFilter = 'all' | 'open' | 'restored' | 'uncounted';

/** One incident of the list in words. */
export interface IncidentView {
  id: string;
  title: string;
  /** What the dialog of a fact is asked for. */
  fact: FactReference;
  open: boolean;
  /** False where it is a shadow or was left out. */
  counted: boolean;
  severity: NonNullable<IncidentFields['severity']> | 'unknown';
  detector: DetectorKind;
  started: string;
  /** `open for 3 hr`, while it is not restored. */
  age?: string;
  detect?: string;
  acknowledge?: string;
  restore?: string;
  cause?: string;
  deployment?: { key: string; label: string; link: string };
  /** A person told of it, and goes on with it on the page. */
  manual: boolean;
  /** What else a reader must know, in sentences. */
  notes: string[];
}

/** Before the key of the alert that an incident was made of. */
const OF_ALERT = 'alerts:';

const LINKS = {
  explicit: 'incidents.linkExplicit',
  artifact: 'incidents.linkArtifact',
  time: 'incidents.linkTime',
} as const;

/** Incidents for a list: open ones first, the oldest of them on top, then the newest. */
export function toIncidentViews(
  incidents: readonly IncidentRecord[],
  options: StabilityTexts & { timeZone: string },
): IncidentView[] {
  return [...incidents]
    .sort(byUrgency)
    .map(incident => toIncidentView(incident, options));
}

function byUrgency(a: IncidentRecord, b: IncidentRecord): number {
  const [openA, openB] = [isOpen(a), isOpen(b)];
  if (openA !== openB) {
    return openA ? -1 : 1;
  }
  const [atA, atB] = [begunAt(a) ?? a.at, begunAt(b) ?? b.at];
  return openA ? atA - atB : atB - atA;
}

/** Whether it counts and is not restored. */
export function isOpen({ state, fields }: IncidentRecord): boolean {
  return state === 'live' && fields.restoredAt === undefined;
}

/** The incidents that a reader asked for. */
export function filterIncidents(
  views: readonly IncidentView[],
  filter: { detector: DetectorKind | 'all'; state: IncidentStateFilter },
): IncidentView[] {
  return views.filter(
    view =>
      (filter.detector === 'all' || view.detector === filter.detector) &&
      (filter.state === 'all' || stateOf(view) === filter.state),
  );
}

function stateOf(view: IncidentView): IncidentStateFilter {
  if (!view.counted) {
    return 'uncounted';
  }
  return view.open ? 'open' : 'restored';
}

function toIncidentView(
  incident: IncidentRecord,
  options: StabilityTexts & { timeZone: string },
): IncidentView {
  const { t, texts, timeZone } = options;
  const { kind, source, key, fields, deployment } = incident;
  const duration = (value: number | undefined) =>
    value === undefined
      ? undefined
      : formatValue({ value, unit: 'duration', texts });
  const time = (at: EpochMs | undefined) =>
    at === undefined
      ? t('incidents.unknown')
      : formatDateTime({ at, texts, timeZone });
  const age = duration(incident.age);
  return {
    id: `${source} ${key}`,
    title: fields.title ?? t('incidents.untitled', { key }),
    fact: incident.flags.includes('from-alerts')
      ? { kind: 'alert', source, key: alertOf(key) }
      : { kind, source, key },
    open: isOpen(incident),
    counted: incident.state === 'live',
    severity: fields.severity ?? 'unknown',
    detector: fields.detectedBy ?? 'unknown',
    started: time(fields.startedAt),
    age: age && t('incidents.openFor', { age }),
    detect: duration(incident.timeToDetect),
    acknowledge: duration(incident.timeToAcknowledge),
    restore: duration(incident.timeToRestore),
    cause: fields.cause && t(`cause.${fields.cause}`),
    deployment: deployment && {
      key: deployment.key,
      label: t('incidents.deployment', { key: lastWordOf(deployment.key) }),
      link: t(LINKS[deployment.link]),
    },
    manual: isManual(incident),
    notes: notesOf(incident, options),
  };
}

function isManual({ source, flags }: IncidentRecord): boolean {
  return source === MANUAL_SOURCE && !flags.includes('from-alerts');
}

/** Keys may begin with where they come from; the end tells them apart. */
function lastWordOf(key: string): string {
  return key.trim().split(/\s+/).pop() ?? key;
}

/** An incident made of alerts is no fact of its own; the first of them is. */
function alertOf(key: string): string {
  return key.startsWith(OF_ALERT) ? key.slice(OF_ALERT.length) : key;
}

function notesOf(
  incident: IncidentRecord,
  { t, texts }: StabilityTexts,
): string[] {
  const { state, flags, downtime, alerts } = incident;
  const notes: (string | undefined)[] = [
    downtime
      ? t('incidents.downtime', {
          time: formatValue({ value: downtime, unit: 'duration', texts }),
        })
      : undefined,
    alerts > 0 ? t('incidents.alerts', { count: alerts }) : undefined,
    ...flags.map(flag => t(`flag.${flag}`)),
    state === 'live' ? undefined : t(`flag.${state}`),
    isManual(incident) ? t('report.manual') : undefined,
    incident.corrected ? t('flag.corrected') : undefined,
    incident.generated ? t('incidents.generated') : undefined,
  ];
  return notes.filter((note): note is string => note !== undefined);
}
