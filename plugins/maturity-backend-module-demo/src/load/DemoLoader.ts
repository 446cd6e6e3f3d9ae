import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { DateTime } from 'luxon';
import {
  ASSESSED,
  demoAttestations,
  generateFirstLoad,
  generateMonitoredOutage,
  TOLD,
  type DemoTime,
} from '../domain';
import type { DemoConfig } from '../readDemoConfig';
import type { DemoStateStore } from './DemoStateStore';
import type { MaturityDoor } from './MaturityDoor';
import { persist, type RetryPauses } from './persist';
import { sendEvents } from './sendEvents';

/** Waits, in milliseconds. */
export interface DemoPauses {
  /** Between two looks at the levels. */
  poll: number;
  /** How long entities may take to be in the catalog before events are sent anyway. */
  listed: number;
  /** How long after that the maturity backend may take to learn of them. */
  known: number;
  /** How long they may take to be assessed before a warning is given. */
  assessed: number;
  /** First and longest pause before a failed request is made again. */
  retry: RetryPauses;
}

const PAUSES: DemoPauses = {
  poll: 300,
  listed: 20_000,
  known: 5_000,
  assessed: 180_000,
  retry: [250, 5_000],
};

/**
 * Sends the generated history of the demo, once in the life of a database.
 *
 * @remarks
 *
 * It may be killed at any time: the next start generates the same events from
 * the stored seed and anchor and sends them all again, and what was stored
 * before is answered as duplicate.
 */
export class DemoLoader {
  readonly #state: Pick<DemoStateStore, 'begin' | 'finish'>;
  readonly #door: MaturityDoor;
  readonly #isListed: (entityRefs: readonly string[]) => Promise<boolean>;
  readonly #logger: LoggerService;
  readonly #config: DemoConfig;
  /** Components of the demo; those without a story have no events. */
  readonly #components: readonly string[];
  readonly #clock: () => EpochMs;
  readonly #pauses: DemoPauses;

  constructor(options: {
    state: Pick<DemoStateStore, 'begin' | 'finish'>;
    door: MaturityDoor;
    /** Whether the catalog has all of these. */
    isListed: (entityRefs: readonly string[]) => Promise<boolean>;
    logger: LoggerService;
    config: DemoConfig;
    components: readonly string[];
    clock: () => EpochMs;
    pauses?: DemoPauses;
  }) {
    this.#state = options.state;
    this.#door = options.door;
    this.#isListed = options.isListed;
    this.#logger = options.logger;
    this.#config = options.config;
    this.#components = options.components;
    this.#clock = options.clock;
    this.#pauses = options.pauses ?? PAUSES;
  }

  /**
   * Loads the demo unless it is loaded. Rejects only when `signal` aborts or
   * the database fails; what an administrator must change is logged.
   */
  async run(signal: AbortSignal): Promise<void> {
    const startedAt = this.#clock();
    const { timeZone } = this.#config;
    const state = await this.#state.begin({
      seed: this.#config.seed,
      anchor: DateTime.fromMillis(startedAt, { zone: timeZone })
        .startOf('day')
        .toMillis(),
      timeZone,
    });
    if (state.loadedAt !== undefined) {
      this.#logger.info('demo: already loaded');
      return;
    }
    await this.#poll(this.#pauses.listed, signal, () =>
      this.#isListed(this.#components),
    );
    if (
      !(await this.#sendHistory(state, signal)) ||
      !(await this.#sendDecisions(state, signal))
    ) {
      return;
    }
    await this.#sendOutage(state, signal);
    await this.#state.finish(this.#clock());

    const pending = await this.#waitForLevels(signal);
    if (pending.length > 0) {
      this.#logger.warn(
        `demo: all events are sent, but not assessed yet: ${pending.join(
          ', ',
        )}. GET /api/maturity/v1/operations/unmapped lists events without an entity.`,
      );
      return;
    }
    const seconds = (this.#clock() - startedAt) / 1_000;
    this.#logger.info(`demo: ready in ${seconds.toFixed(1)} s`);
  }

  /** Returns false when an administrator has to change something first. */
  async #sendHistory(time: DemoTime, signal: AbortSignal): Promise<boolean> {
    const events = generateFirstLoad(time);
    const total = events.length;
    const { sent, refusal } = await sendEvents({
      door: this.#door,
      events,
      // One event of each component goes ahead: it makes the backend look the
      // entities up. Events of entities that nobody knows would be kept and
      // mapped later, and waiting a moment spares that work.
      ahead: TOLD.length,
      pauses: this.#pauses.retry,
      logger: this.#logger,
      signal,
      onSent: async upTo => {
        if (upTo > TOLD.length) {
          this.#logger.info(`demo: ${upTo} of ${total} events`);
          return;
        }
        await this.#poll(this.#pauses.known, signal, async () => {
          const levels = await this.#door.getLevels(TOLD, signal);
          return (
            new Set(levels.map(({ entityRef }) => entityRef)).size ===
            TOLD.length
          );
        });
      },
    });
    if (refusal) {
      this.#logger.error(
        `demo: stopped after ${sent} of ${total} events, the portal goes on without the rest: ${refusal}`,
      );
    }
    return !refusal;
  }

  /** Returns false when an administrator has to change something first. */
  async #sendDecisions(time: DemoTime, signal: AbortSignal): Promise<boolean> {
    const attestations = demoAttestations(time);
    for (const [index, attestation] of attestations.entries()) {
      const refusal = await persist({
        request: async () => {
          await this.#door.importDecision(attestation, signal);
          return undefined;
        },
        pauses: this.#pauses.retry,
        logger: this.#logger,
        signal,
      });
      if (refusal) {
        this.#logger.error(
          `demo: stopped after ${index} of ${attestations.length} attestations, the portal goes on without the rest: ${refusal}`,
        );
        return false;
      }
    }
    this.#logger.info(`demo: ${attestations.length} attestations`);
    return true;
  }

  /** Has the second tool tell of an outage; the demo is whole without it. */
  async #sendOutage(time: DemoTime, signal: AbortSignal): Promise<void> {
    const outage = generateMonitoredOutage(time);
    const refusal = await persist({
      request: async () => {
        await this.#door.sendOutage(outage, signal);
        return undefined;
      },
      pauses: this.#pauses.retry,
      logger: this.#logger,
      signal,
    });
    if (refusal) {
      this.#logger.warn(`demo: a second tool tells of no outage: ${refusal}`);
    }
  }

  /**
   * Waits until every component is known, every one whose events decide a level has one,
   * and a second look finds the same.
   *
   * @returns the components of which that is not so when the time is up
   */
  async #waitForLevels(signal: AbortSignal): Promise<string[]> {
    let pending: string[] = [...this.#components];
    let before: string | undefined;
    await this.#poll(this.#pauses.assessed, signal, async () => {
      const levels = await this.#door.getLevels(this.#components, signal);
      const byRef = new Map(
        levels
          .filter(({ scorecard }) => scorecard === 'maturity')
          .map(({ entityRef, level }) => [entityRef, level]),
      );
      pending = this.#components.filter(ref =>
        ASSESSED.includes(ref) ? byRef.get(ref) === undefined : !byRef.has(ref),
      );
      const now = JSON.stringify(levels);
      const settled = pending.length === 0 && now === before;
      before = now;
      return settled;
    });
    return pending;
  }

  /** Asks until the answer is yes or the time is up; a failure is a no. */
  async #poll(
    patience: number,
    signal: AbortSignal,
    isDone: () => Promise<boolean>,
  ): Promise<void> {
    const deadline = this.#clock() + patience;
    for (;;) {
      try {
        if (await isDone()) {
          return;
        }
      } catch (error) {
        signal.throwIfAborted();
        this.#logger.debug(`demo: not ready yet: ${stringifyError(error)}`);
      }
      if (this.#clock() >= deadline) {
        return;
      }
      await sleep(this.#pauses.poll, undefined, { signal });
    }
  }
}
