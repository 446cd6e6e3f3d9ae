import type {
  Calendar,
  EpochMs,
  Fact,
  FactKind,
  Measurement,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  Metric,
  MetricSubject,
  Portfolio,
  SourceConnection,
} from '@devops-scorecards/plugin-maturity-node';
import { factsOfMetric } from './domain/factsOfMetric';
import { measureOne } from './domain/measureOne';
import { requireWindow } from './domain/requireWindow';

/**
 * Measures one entity: every metric over the same window. Pure.
 *
 * @param options -
 * `facts`: from {@link factsNeeded} on up to as-of, in any order; what lies
 * outside a metric's reach changes nothing. `connections`: a kind that is
 * missing is not connected. `asOf`: when the window is looked at; it may be
 * later than the window's end. `timeZone`: IANA zone in which days are cut.
 * `subject`: what the entity says of itself. `calendars`: working days of the
 * organisation and service hours of the entity.
 * `evidenceLimit`: newest evidence items to keep per metric.
 * `portfolio`: the services of the owner, counted for {@link askedOfPortfolio}
 * @returns measurements by metric id
 * @throws `InputError` for a window that is empty or in the future
 */
export function measureEntity(options: {
  metrics: readonly Metric[];
  facts: readonly Fact[];
  connections: Readonly<Partial<Record<FactKind, SourceConnection>>>;
  window: TimeWindow;
  asOf: EpochMs;
  timeZone: string;
  subject: MetricSubject;
  calendars: Readonly<Record<'work' | 'session', Calendar>>;
  evidenceLimit: number;
  portfolio?: Portfolio;
}): Record<string, Measurement> {
  const { metrics, facts, ...surroundings } = options;
  requireWindow(options.window, options.asOf);
  const factsOf = factsOfMetric(facts);
  return Object.fromEntries(
    metrics.map(metric => [
      metric.definition.id,
      measureOne(metric, { ...surroundings, facts: factsOf(metric) }),
    ]),
  );
}
