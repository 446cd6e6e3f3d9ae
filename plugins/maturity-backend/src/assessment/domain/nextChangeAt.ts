import {
  nextMidnight,
  type Calendar,
  type Decision,
  type EpochMs,
  type Fact,
  type FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  MetricSubject,
  SourceConnection,
} from '@devops-scorecards/plugin-maturity-node';
import { nextDecisionAt } from '../../decisions/domain/nextDecisionAt';
import type { AlertRule } from '../../metrics/domain/incidents';
import { momentsOf } from './factMoments';
import { factsAt } from './factsAt';

const MINUTE_MS = 60_000;

/**
 * What has five minutes by the definition of its metric: the first run on a
 * trunk update, and the acknowledgement of a critical alert. Milliseconds.
 */
const PROMPT_MS = 5 * MINUTE_MS;

/** How often an incident that has just begun is looked at. Milliseconds. */
const SHORTEST_TICK_MS = 5 * MINUTE_MS;

/** An older one is looked at again when it has lasted this share longer. */
const TICK_SHARE = 1 / 100;

/** What decides when time alone changes an assessment. */
export interface NextChangeInput {
  /** Also such as lie after as-of. */
  facts: readonly Fact[];
  connections: Readonly<Partial<Record<FactKind, SourceConnection>>>;
  decisions: readonly Decision[];
  subject: MetricSubject;
  calendars: Readonly<Record<'work' | 'session', Calendar>>;
  alertRule?: AlertRule;
  asOf: EpochMs;
  /** IANA zone in which days are cut. */
  timeZone: string;
}

/**
 * When time alone may next change an assessment through what is known of the
 * entity: ADR 0003 lists how. The silence of a source is not among it.
 *
 * @returns the earliest instant, always later than as-of
 */
export function nextChangeAt(input: NextChangeInput): EpochMs {
  const { asOf, calendars, decisions, timeZone } = input;
  const present = factsAt(input).facts;
  let next = nextMidnight(asOf, timeZone);
  const consider = (at: EpochMs | undefined) => {
    if (at !== undefined && at > asOf && at < next) {
      next = at;
    }
  };
  for (const calendar of [calendars.work, calendars.session]) {
    consider(nextMidnight(asOf, calendar.timeZone ?? timeZone));
  }
  consider(nextDecisionAt(decisions, asOf));
  for (const fact of input.facts) {
    for (const { at } of momentsOf(fact)) {
      // The end of a window is open: a moment counts right after it.
      consider(at + 1);
    }
  }
  for (const fact of present) {
    for (const at of limitsOf(fact, input)) {
      consider(at + 1);
    }
    if (isOpenIncident(fact)) {
      consider(asOf + tickOf(fact, asOf));
    }
  }
  return next;
}

/** Instants after which a fact is judged differently. */
function limitsOf(
  fact: Fact,
  { subject, alertRule }: NextChangeInput,
): EpochMs[] {
  switch (fact.kind) {
    case 'alert': {
      const { startedAt, resolvedAt } = fact.fields;
      return startedAt === undefined || resolvedAt !== undefined
        ? []
        : [startedAt + PROMPT_MS, startedAt + (alertRule?.openForMs ?? 0)];
    }
    case 'incident': {
      const { startedAt } = fact.fields;
      const { recoveryTimeObjectiveMs: objective } = subject;
      return isOpenIncident(fact) && startedAt !== undefined && objective
        ? [startedAt + objective]
        : [];
    }
    case 'work-item': {
      const { dueAt, doneAt, dropped } = fact.fields;
      return dueAt === undefined || doneAt !== undefined || dropped
        ? []
        : [dueAt];
    }
    case 'change': {
      const { mergedAt, trunk } = fact.fields;
      return trunk && mergedAt !== undefined ? [mergedAt + PROMPT_MS] : [];
    }
    default:
      return [];
  }
}

function isOpenIncident(fact: Fact): fact is Fact<'incident'> {
  return (
    fact.kind === 'incident' &&
    fact.fields.restoredAt === undefined &&
    !fact.fields.scheduled
  );
}

function tickOf({ fields }: Fact<'incident'>, asOf: EpochMs): number {
  const began = fields.startedAt ?? fields.detectedAt ?? asOf;
  return Math.max(SHORTEST_TICK_MS, Math.ceil((asOf - began) * TICK_SHARE));
}
