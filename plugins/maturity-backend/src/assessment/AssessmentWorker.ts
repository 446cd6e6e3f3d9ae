import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { LevelChange } from '@devops-scorecards/plugin-maturity-node';
import { assessEntity, type AssessOutcome } from './assessEntity';
import type { AssessmentContext } from './AssessmentContext';
import type { Clock } from './Clock';
import type { DeliveryGate } from './DeliveryGate';
import {
  claimDue,
  claimEntity,
  finishClaim,
  nextDueAt,
  releaseAbandoned,
  type DueClaim,
} from './dueQueue';
import type { LevelPublisher } from './LevelPublisher';

/** Entities that one claim takes; a process that dies holds no more back. */
const BATCH = 16;
/** A claim of a process that died ends after this. Milliseconds. */
const LEASE_MS = 10_000;
/** An entity that failed waits at first and at most so long. Milliseconds. */
const FIRST_BACK_OFF_MS = 30_000;
const LONGEST_BACK_OFF_MS = 3_600_000;
/** How far ahead the worker wakes itself; the scheduler does the rest. */
const WAKE_AHEAD_MS = 60_000;
/** How often and how long a refresh waits for whoever holds its entity. */
const WAIT_MS = 25;
const LONGEST_WAIT_MS = 15_000;

/** The longest that an assessment lets deliveries go before it. Milliseconds. */
const LET_BEFORE_MS = 200;

/** Options of {@link AssessmentWorker.create}. */
export interface AssessmentWorkerOptions {
  context: AssessmentContext;
  publisher: LevelPublisher;
  clock: Clock;
  logger: LoggerService;
  /** Deliveries that go before; none where it is absent. */
  gate?: DeliveryGate;
}

/**
 * Assesses the entities that the due queue names.
 *
 * @remarks
 *
 * Every replica has one. What is due is in the database and leases are taken
 * on it, so that two workers never assess the same row at once and nothing is
 * lost with a process. A failing entity is put off with growing pauses, keeps
 * its verdict and holds nobody up.
 */
export class AssessmentWorker {
  readonly #context: AssessmentContext;
  readonly #publisher: LevelPublisher;
  readonly #clock: Clock;
  readonly #logger: LoggerService;
  readonly #gate: DeliveryGate | undefined;
  readonly #failures = new Map<number, number>();
  #running?: Promise<void>;
  #again = false;
  #stopped = false;
  #wake?: NodeJS.Timeout;

  static create(options: AssessmentWorkerOptions): AssessmentWorker {
    return new AssessmentWorker(options);
  }

  private constructor(options: AssessmentWorkerOptions) {
    this.#context = options.context;
    this.#publisher = options.publisher;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#gate = options.gate;
  }

  /** Takes up what an earlier process left behind. */
  async start(): Promise<void> {
    await releaseAbandoned(this.#context.knex);
    this.kick();
  }

  /** Has due entities assessed soon, without waiting for it. Never throws. */
  kick(): void {
    this.runDue().catch(error =>
      this.#logger.error('Due entities could not be assessed', error),
    );
  }

  /** Assesses until nothing is due. Calls that overlap share one run. */
  async runDue(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
  }

  /**
   * Assesses one entity now, whether it is due or not.
   *
   * @throws ServiceUnavailableError when somebody else holds it for too long
   */
  async assessNow(entityId: number): Promise<void> {
    const { knex } = this.#context;
    for (let waited = 0; waited <= LONGEST_WAIT_MS; waited += WAIT_MS) {
      const claim = await claimEntity(knex, {
        entityId,
        now: this.#clock.now(),
        leaseMs: LEASE_MS,
      });
      if (claim) {
        const outcome = await this.#assess(claim);
        await this.#publish([outcome]);
        return;
      }
      await new Promise(resolve => setTimeout(resolve, WAIT_MS));
    }
    throw new ServiceUnavailableError(
      'The entity is being assessed by another process, try again in a minute',
    );
  }

  /** Waits for the run that is under way and starts no other. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#wake);
    await this.#running?.catch(() => {});
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      while (!this.#stopped && (await this.#runBatch())) {
        // Until nothing is due.
      }
      if (!this.#stopped) {
        // Within the loop, so that a call that comes meanwhile is heard.
        await this.#wakeForNext();
      }
    }
  }

  /** @returns whether anything was due */
  async #runBatch(): Promise<boolean> {
    const claims = await claimDue(this.#context.knex, {
      now: this.#clock.now(),
      leaseMs: LEASE_MS,
      limit: BATCH,
    });
    const outcomes: AssessOutcome[] = [];
    for (const claim of claims) {
      try {
        await letOthersRun();
        await this.#gate?.quiet(LET_BEFORE_MS);
        outcomes.push(await this.#assess(claim));
      } catch {
        // Logged and put off; the next one does not depend on it.
      }
    }
    await this.#publish(outcomes);
    return claims.length > 0;
  }

  async #assess(claim: DueClaim): Promise<AssessOutcome> {
    try {
      const outcome = await assessEntity(this.#context, {
        claim,
        asOf: this.#clock.now(),
      });
      this.#failures.delete(claim.entityId);
      return outcome;
    } catch (error) {
      await this.#putOff(claim, error);
      throw error;
    }
  }

  async #putOff(claim: DueClaim, error: unknown): Promise<void> {
    const { knex } = this.#context;
    const failures = this.#failures.get(claim.entityId) ?? 0;
    this.#failures.set(claim.entityId, failures + 1);
    const backOffMs = Math.min(
      FIRST_BACK_OFF_MS * 2 ** failures,
      LONGEST_BACK_OFF_MS,
    );
    try {
      const entity = await knex('entity')
        .where('id', claim.entityId)
        .first<{ ref: string } | undefined>('ref');
      this.#logger.error(
        `${
          entity?.ref
        } could not be assessed and keeps its verdict, next attempt in ${
          backOffMs / 1000
        } s`,
        error as Error,
      );
      await finishClaim(knex, {
        claim,
        dueAt: this.#clock.now() + backOffMs,
        // A mark made meanwhile would most likely fail the same way.
        seenSeq: Number.MAX_SAFE_INTEGER,
      });
    } catch (second) {
      this.#logger.warn(
        'A failed assessment could not be put off, its lease has to run out',
        second as Error,
      );
    }
  }

  async #publish(outcomes: readonly AssessOutcome[]): Promise<void> {
    const entityRefs: string[] = [];
    const changes: LevelChange[] = [];
    for (const outcome of outcomes) {
      if (outcome.status === 'stored') {
        changes.push(...outcome.changes);
        if (outcome.levelMoved) {
          entityRefs.push(outcome.entityRef);
        }
      }
    }
    await this.#publisher.publish({ entityRefs, changes });
  }

  async #wakeForNext(): Promise<void> {
    clearTimeout(this.#wake);
    const next = await nextDueAt(this.#context.knex);
    const inMs = next === undefined ? Infinity : next - this.#clock.now();
    if (inMs > 0 && inMs <= WAKE_AHEAD_MS) {
      this.#wake = setTimeout(() => this.kick(), inMs);
      this.#wake.unref();
    }
  }
}

/**
 * Queries of SQLite are done at once, so that one assessment after the other
 * would run without anybody else getting a word in: no request would be read.
 */
async function letOthersRun(): Promise<void> {
  await new Promise(resolve => setImmediate(resolve));
}
