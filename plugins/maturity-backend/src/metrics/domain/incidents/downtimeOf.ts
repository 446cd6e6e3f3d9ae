import type {
  Fact,
  IncidentFields,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import { begunAt, isImpossible } from './incidentTimes';
import { intersectionOf, lengthOf, unionOf } from './intervals';

/**
 * When an incident kept its service from being used.
 *
 * @remarks
 * An unknown impact counts as an outage, so that silence does not flatter;
 * degraded service and none do not. An outage that is not restored has no end
 * yet. Where it is unknown when it started, it is one from the first sign on.
 *
 * @returns undefined for what is no outage or was restored before it started
 */
export function outageOf(fields: IncidentFields): TimeWindow | undefined {
  const { impact = 'outage', restoredAt = Infinity, scheduled } = fields;
  const from = begunAt(fields);
  return impact !== 'outage' ||
    scheduled ||
    from === undefined ||
    isImpossible(fields)
    ? undefined
    : { from, to: restoredAt };
}

/**
 * The downtime that incidents make together: the union of their outages, so
 * that two tools that report one outage count it once.
 *
 * @param incidents - in any order
 * @param spans - service hours, sorted and disjoint; an open outage lasts until
 * their end
 * @returns sorted and disjoint intervals inside the spans, and their length in
 * milliseconds
 */
export function downtimeOf(
  incidents: readonly Fact<'incident'>[],
  spans: readonly TimeWindow[],
): { intervals: TimeWindow[]; total: number } {
  const outages = incidents.flatMap(({ fields }) => outageOf(fields) ?? []);
  const intervals = intersectionOf(unionOf(outages), spans);
  return { intervals, total: lengthOf(intervals) };
}
