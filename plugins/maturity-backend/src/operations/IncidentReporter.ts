import { createHash, randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import {
  MANUAL_SOURCE,
  type FactRecord,
  type IncidentReport,
  type IncidentStep,
  type MappedEvent,
} from '@devops-scorecards/plugin-maturity-common';
import { canonicalJson } from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import type { Clock } from '../assessment/Clock';
import type { KnownEntity } from '../assessment/readKnownEntity';
import { writeTransaction } from '../database';
import { readFact } from '../decisions/readFact';
import { appendInTransaction } from '../facts';
import { checkReport, checkStep, withoutDrift } from './domain/checkIncident';
import { reportEvent, stepEvent } from './domain/incidentEvents';

/** What an {@link IncidentReporter} is made of. */
export interface IncidentReporterOptions {
  knex: Knex;
  /** Configured sources in their order of record. */
  sourceOrder: readonly string[];
  clock: Clock;
  /** Has what is due assessed. */
  kick: () => void;
}

/**
 * Takes in incidents that people tell of, as events of a source of their own,
 * which counts beside whatever tool tells of incidents.
 */
export class IncidentReporter {
  readonly #options: IncidentReporterOptions;

  static create(options: IncidentReporterOptions): IncidentReporter {
    return new IncidentReporter(options);
  }

  private constructor(options: IncidentReporterOptions) {
    this.#options = options;
  }

  /** @throws InputError that says what to change */
  async report(entity: KnownEntity, said: IncidentReport): Promise<FactRecord> {
    const id = randomUUID();
    const now = this.#options.clock.now();
    const report = checkReport(withoutDrift(said, now), now);
    await writeTransaction(this.#options.knex, (tx, lastSeq) =>
      this.#append(tx, {
        event: reportEvent({ id, entityRef: entity.entityRef, report }),
        lastSeq,
      }),
    );
    this.#options.kick();
    return this.#read(this.#options.knex, entity, id);
  }

  /**
   * @param key - of an incident that a person told of
   * @throws NotFoundError where there is none
   * @throws ConflictError, InputError that say what to change
   */
  async continue(
    entity: KnownEntity,
    key: string,
    said: IncidentStep,
  ): Promise<FactRecord> {
    const { knex, clock, kick } = this.#options;
    await writeTransaction(knex, async (tx, lastSeq) => {
      const now = clock.now();
      const step = withoutDrift(said, now);
      const incident = await this.#read(tx, entity, key);
      checkStep(step, incident, now);
      const { entityRef } = entity;
      const event = stepEvent({
        id: randomUUID(),
        entityRef,
        step,
        incident,
        now,
      });
      await this.#append(tx, { event, lastSeq });
    });
    kick();
    return this.#read(knex, entity, key);
  }

  async #append(
    tx: Knex.Transaction,
    options: { event: MappedEvent; lastSeq: number },
  ): Promise<void> {
    const { event, lastSeq } = options;
    const [result] = await appendInTransaction(tx, {
      source: {
        name: MANUAL_SOURCE,
        entities: entityRef => entityRef === event.entityRef,
      },
      events: [
        {
          event,
          bodyHash: createHash('sha256')
            .update(canonicalJson(event))
            .digest('hex'),
        },
      ],
      receivedAt: this.#options.clock.now(),
      lastSeq,
    });
    if (result.status !== 'stored') {
      throw new ConflictError(
        `The incident could not be stored (${result.status}): ${
          result.message ?? 'try again'
        }`,
      );
    }
  }

  #read(knex: Knex, entity: KnownEntity, key: string): Promise<FactRecord> {
    return readFact(knex, {
      entityId: entity.entityId,
      sourceOrder: this.#options.sourceOrder,
      fact: { kind: 'incident', source: MANUAL_SOURCE, key },
    });
  }
}
