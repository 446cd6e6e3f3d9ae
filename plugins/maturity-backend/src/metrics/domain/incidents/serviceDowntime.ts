import {
  sessionSpans,
  type EpochMs,
  type Fact,
  type Measurement,
  type MetricDefinition,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { baseMeasurement } from '../baseMeasurement';
import { observedWindow } from '../observedWindow';
import { downtimeOf, outageOf } from './downtimeOf';
import { faultsOf } from './faults';
import { lengthOf, overlapWith } from './intervals';

/** An outage that took service time, at the first moment that it took. */
export interface ServiceOutage {
  fact: Fact<'incident'>;
  at: EpochMs;
}

/** What outages left of the service time of a window. */
export interface ServiceDowntime {
  /** Milliseconds of service hours that have passed while the source was connected. */
  serviceTime: number;
  /** Disjoint intervals of downtime in these hours, and their length. */
  intervals: TimeWindow[];
  downtime: number;
  outages: ServiceOutage[];
  /**
   * Outages of unknown impact, which count, and faults that were restored
   * before they started, which do not.
   */
  unknown: number;
}

/**
 * The downtime of a window in service hours, as far as as-of has seen it and
 * while the source of incidents was connected.
 */
export function serviceDowntime(input: MetricInput): ServiceDowntime {
  const { from, to } = observedWindow(input);
  const { since = to, until = to } = input.connections.incident ?? {};
  const part = { from: Math.max(from, since), to: Math.min(to, until) };
  const spans = sessionSpans(input.calendars.session, part, input.timeZone);
  const faults = faultsOf(input);

  const outages: ServiceOutage[] = [];
  let unknown = 0;
  for (const { fact, at, restoredAt, impossible } of faults) {
    const outage = outageOf(fact.fields);
    const first = outage && overlapWith(spans, outage).first;
    if (first !== undefined) {
      outages.push({ fact, at: first });
      unknown += fact.fields.impact === undefined ? 1 : 0;
    } else if (impossible && (at >= from || (restoredAt ?? to) >= from)) {
      unknown += 1;
    }
  }
  const { intervals, total } = downtimeOf(
    faults.map(({ fact }) => fact),
    spans,
  );
  return {
    serviceTime: lengthOf(spans),
    intervals,
    downtime: total,
    outages,
    unknown,
  };
}

/**
 * A measurement of service time. Unlike for other shares, no outage is good
 * news and no lack of data, as long as the source was connected all the time
 * and there were service hours.
 */
export function serviceMeasurement(options: {
  definition: MetricDefinition;
  input: MetricInput;
  service: ServiceDowntime;
}): Measurement {
  const { definition, input, service } = options;
  const base = baseMeasurement({
    definition,
    input,
    items: service.outages.map(({ fact, at }) => ({
      fact,
      at,
      role: 'against',
    })),
    surroundings: { open: [], unknown: service.unknown },
  });
  return base.status === 'none' && service.serviceTime > 0
    ? { ...base, status: 'ok' }
    : base;
}
