import {
  daysBefore,
  evaluate,
  noHistory,
  scorecardWindow,
  subItemLevels,
  verdictOf,
  type Calendar,
  type Criterion,
  type Decision,
  type EpochMs,
  type Fact,
  type FactKind,
  type Level,
  type Measurement,
  type Model,
  type NodeVerdict,
  type Verdict,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  Metric,
  MetricSubject,
  Portfolio,
  SourceConnection,
} from '@devops-scorecards/plugin-maturity-node';
import { decisionsInForce } from '../../decisions/domain/decisionsInForce';
import type { AlertRule } from '../../metrics/domain/incidents';
import { measureEntity } from '../../metrics/measureEntity';
import { criteriaOf } from './criteriaOf';
import { factsAt } from './factsAt';

/** Local days before as-of at which a level must have held to count as held. */
const HELD_DAYS = 90;

/** Everything that an assessment is computed from. */
export interface AssessInput {
  metrics: readonly Metric[];
  /** The entity as the catalog had it. */
  entity: Readonly<Record<string, unknown>>;
  /** From {@link earliestPoint} on, also such as lie after as-of. */
  facts: readonly Fact[];
  connections: Readonly<Partial<Record<FactKind, SourceConnection>>>;
  /** All that were known, whether they are in force or not. */
  decisions: readonly Decision[];
  /** Settings of the entity. */
  subject: MetricSubject;
  calendars: Readonly<Record<'work' | 'session', Calendar>>;
  alertRule?: AlertRule;
  timeZone: string;
  /** Counted for the {@link pointsLookedAt}. */
  portfolio: Portfolio;
}

/** When an assessment looks at its input. */
export interface AssessAt {
  asOf: EpochMs;
  knownAt: number;
  /** Newest evidence items to keep per metric. */
  evidenceLimit: number;
}

/** Measurements and verdicts of one entity at one time. */
export interface Assessed {
  measurements: Record<string, Measurement>;
  /** In the order of the models. */
  verdicts: Verdict[];
}

/**
 * Assesses one entity at one time: pure, and the same whenever it is done.
 *
 * @remarks
 *
 * Each point is measured from the facts that were attributed before it, so
 * that one read of the facts serves many points and gives what a read for
 * each of them would have given.
 */
export function assess(
  models: readonly Model[],
  input: AssessInput,
  at: AssessAt,
): Assessed {
  const { asOf, knownAt } = at;
  const measurements = measurePoint(input, asOf, at.evidenceLimit);

  const earlierMeasurements = new Map<number, Record<string, Measurement>>();
  const measuredBefore = (daysAgo: number) => {
    let found = earlierMeasurements.get(daysAgo);
    if (!found) {
      const point = daysBefore(asOf, daysAgo, input.timeZone);
      found = measurePoint(input, point, 0);
      earlierMeasurements.set(daysAgo, found);
    }
    return found;
  };

  const verdicts = models.map(model => {
    const earlierRoots = new Map<number, NodeVerdict>();
    const rootBefore = (daysAgo: number) => {
      let root = earlierRoots.get(daysAgo);
      if (!root) {
        root = evaluate(model, {
          measurements: measuredBefore(daysAgo),
          entity: input.entity,
          decisions: decisionsInForce(input.decisions, {
            model: model.id,
            asOf: daysBefore(asOf, daysAgo, input.timeZone),
          }),
          earlier: noHistory,
        });
        earlierRoots.set(daysAgo, root);
      }
      return root;
    };
    const levelsBefore = new Map<number, Map<string, Level | undefined>>();
    const root = evaluate(model, {
      measurements,
      entity: input.entity,
      decisions: decisionsInForce(input.decisions, { model: model.id, asOf }),
      earlier: (subItemId, daysAgo) => {
        let levels = levelsBefore.get(daysAgo);
        if (!levels) {
          levels = subItemLevels(rootBefore(daysAgo));
          levelsBefore.set(daysAgo, levels);
        }
        return levels.get(subItemId);
      },
    });
    return verdictOf({
      model,
      root,
      asOf,
      knownAt,
      measuredBefore: rootBefore(HELD_DAYS).levels.measured,
    });
  });
  return { measurements, verdicts };
}

/** The times at which an assessment looks, on the way to its level. */
export function pointsLookedAt(
  models: readonly Model[],
  asOf: EpochMs,
  timeZone: string,
): EpochMs[] {
  const days = models.flatMap(model => criteriaOf(model).flatMap(daysLookedAt));
  return [...new Set([0, HELD_DAYS, ...days])].map(daysAgo =>
    daysBefore(asOf, daysAgo, timeZone),
  );
}

function daysLookedAt(criterion: Criterion): number[] {
  return criterion.kind === 'sustained' ? criterion.daysAgo : [];
}

function measurePoint(
  input: AssessInput,
  asOf: EpochMs,
  evidenceLimit: number,
): Record<string, Measurement> {
  const { metrics, timeZone, subject, calendars, portfolio } = input;
  return measureEntity({
    metrics,
    ...factsAt({ ...input, asOf }),
    subject,
    calendars,
    window: scorecardWindow(asOf, timeZone),
    asOf,
    timeZone,
    evidenceLimit,
    portfolio,
  });
}
