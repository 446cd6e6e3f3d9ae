import { InputError } from '@backstage/errors';
import {
  daysBefore,
  scorecardWindow,
  type EpochMs,
  type FactRecord,
  type IncidentRecord,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import type { AssessmentContext } from '../assessment/AssessmentContext';
import type { Clock } from '../assessment/Clock';
import { factsAt } from '../assessment/domain/factsAt';
import type { KnownEntity } from '../assessment/readKnownEntity';
import { readSnapshot } from '../assessment/readSnapshot';
import { currentKnowledge } from '../database';
import { readFactRecords, readFacts } from '../facts';
import { alertOfIncident } from '../metrics/domain/incidents';
import { faultsSeenIn, incidentRecords } from './domain/incidentRecords';

/**
 * How long before the window an incident may have begun that was open in it
 * and is not any more. Local days.
 */
const LOOK_BACK_DAYS = 90;

/** Most incidents of other sources, or left out, that are looked through. */
const MOST_UNCOUNTED = 500;

const ALL_TIME = Number.MAX_SAFE_INTEGER;

/** Lists the faults of an entity with what should be known about each. */
export class IncidentReader {
  readonly #context: AssessmentContext;
  readonly #clock: Clock;

  static create(options: {
    context: AssessmentContext;
    clock: Clock;
  }): IncidentReader {
    return new IncidentReader(options);
  }

  private constructor(options: { context: AssessmentContext; clock: Clock }) {
    this.#context = options.context;
    this.#clock = options.clock;
  }

  /**
   * Faults that began in the window or are still open, newest first: those
   * that count, those made of alerts, and, by their state, those of sources
   * that are not the source of record and those that a person left out.
   *
   * @param options - `window`: the scorecard's where absent; `asOf`: as they
   *   stood then, with what is known now
   * @throws InputError when asOf lies in the future
   */
  async list(options: {
    entity: KnownEntity;
    window?: TimeWindow;
    asOf?: EpochMs;
    limit: number;
  }): Promise<IncidentRecord[]> {
    const { timeZone, knex } = this.#context;
    const now = this.#clock.now();
    const asOf = options.asOf ?? now;
    if (asOf > now) {
      throw new InputError(
        `asOf ${asOf} lies in the future, it may be at most ${now}`,
      );
    }
    const window = options.window ?? scorecardWindow(asOf, timeZone);
    return readSnapshot(knex, tx =>
      this.#read(tx, { ...options, window, asOf }),
    );
  }

  async #read(
    knex: Knex,
    options: {
      entity: KnownEntity;
      window: TimeWindow;
      asOf: EpochMs;
      limit: number;
    },
  ): Promise<IncidentRecord[]> {
    const { entity, window, asOf, limit } = options;
    const { timeZone, sourceOrder, staleAfter, alertRule } = this.#context;
    const { entityId } = entity;
    const knownAt = await currentKnowledge(knex);
    const { facts } = factsAt({
      ...(await readFacts({
        knex,
        entityId,
        kinds: ['incident', 'alert', 'deployment'],
        from: daysBefore(window.from, LOOK_BACK_DAYS, timeZone),
        to: ALL_TIME,
        asOf,
        knownAt,
        sourceOrder,
        staleAfter,
      })),
      alertRule,
      asOf,
    });
    const counted = faultsSeenIn(facts, window).slice(0, limit);
    const read = (query: Partial<Parameters<typeof readFactRecords>[0]>) =>
      readFactRecords({
        knex,
        entityId,
        sourceOrder,
        kind: 'incident',
        limit: MOST_UNCOUNTED,
        ...query,
      });
    const madeOf = counted.flatMap(({ key }) => alertOfIncident(key) ?? []);
    const keys = counted.flatMap(({ key }) =>
      alertOfIncident(key) ? [] : [key],
    );
    const [live, alerts]: FactRecord[][] = [
      keys.length > 0 ? await read({ keys }) : [],
      madeOf.length > 0 ? await read({ kind: 'alert', keys: madeOf }) : [],
    ];
    const others = await read({ window, includeOpen: true });
    return incidentRecords({
      facts,
      counted,
      recordsOfCounted: [...live, ...alerts],
      uncounted: others.filter(({ state }) => state !== 'live'),
      calendars: this.#context.calendars.calendarsFor(entity.document, knownAt),
      timeZone,
      asOf,
      window,
    }).slice(0, limit);
  }
}
