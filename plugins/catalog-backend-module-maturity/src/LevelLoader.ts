import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EntityLevel } from '@devops-scorecards/plugin-maturity-common';
import type { LevelSource } from './LevelSource';

/** How long refs are gathered for one request. Milliseconds. */
const GATHER_MS = 20;
/** Refs in one request. */
const MAX_BATCH = 500;
/**
 * After this the maturity backend counts as unreachable. A portal that is
 * starting holds requests back for longer than catalog processing should wait.
 * Milliseconds.
 */
const TIMEOUT_MS = 2_000;
/** First and longest pause before an unreachable backend is asked again. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * What is known of one entity: one level for each scorecard that has a model
 * for it, none when no model targets it.
 */
export type LevelAnswer =
  | { status: 'known'; levels: EntityLevel[] }
  | { status: 'unreachable' };

interface Waiting {
  entityRef: string;
  resolve: (answer: LevelAnswer) => void;
}

/**
 * Asks for the levels of many entities in few requests.
 *
 * @remarks
 *
 * Refs that are asked for within a few milliseconds share one request. Answers
 * are not kept: a request that began after a level changed must see the
 * change, because the catalog does not come back to the entity by itself for
 * minutes.
 *
 * While the backend is unreachable nobody waits for it. It is probed with
 * growing pauses, and when it answers again `onRecovered` hears of every
 * entity that went without.
 */
export class LevelLoader {
  readonly #source: LevelSource;
  readonly #logger: LoggerService;
  readonly #onRecovered: (entityRefs: string[]) => Promise<void>;
  readonly #missed = new Set<string>();
  #waiting: Waiting[] = [];
  #gathering?: NodeJS.Timeout;
  #probing?: NodeJS.Timeout;
  #pauseMs = FIRST_PAUSE_MS;
  #stopped = false;

  constructor(options: {
    source: LevelSource;
    logger: LoggerService;
    onRecovered: (entityRefs: string[]) => Promise<void>;
  }) {
    this.#source = options.source;
    this.#logger = options.logger;
    this.#onRecovered = options.onRecovered;
  }

  /** Never rejects. */
  load(entityRef: string): Promise<LevelAnswer> {
    if (this.#probing || this.#stopped) {
      this.#missed.add(entityRef);
      return Promise.resolve({ status: 'unreachable' });
    }
    return new Promise(resolve => {
      this.#waiting.push({ entityRef, resolve });
      if (this.#waiting.length >= MAX_BATCH) {
        this.#flush();
      } else {
        this.#gathering ??= setTimeout(() => this.#flush(), GATHER_MS);
      }
    });
  }

  /** Stops probing and answers everyone who still waits. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#gathering);
    clearTimeout(this.#probing);
    this.#gathering = undefined;
    this.#probing = undefined;
    for (const { resolve } of this.#waiting.splice(0)) {
      resolve({ status: 'unreachable' });
    }
  }

  #flush(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    const batch = this.#waiting;
    this.#waiting = [];
    this.#ask(batch).catch(error =>
      this.#logger.error('Levels could not be handed out', error),
    );
  }

  async #ask(batch: Waiting[]): Promise<void> {
    const entityRefs = [...new Set(batch.map(waiting => waiting.entityRef))];
    try {
      const levels = new Map<string, EntityLevel[]>();
      for (const level of await this.#request(entityRefs)) {
        const known = levels.get(level.entityRef);
        if (known) {
          known.push(level);
        } else {
          levels.set(level.entityRef, [level]);
        }
      }
      for (const { entityRef, resolve } of batch) {
        resolve({ status: 'known', levels: levels.get(entityRef) ?? [] });
      }
    } catch (error) {
      for (const { entityRef, resolve } of batch) {
        this.#missed.add(entityRef);
        resolve({ status: 'unreachable' });
      }
      if (!this.#probing && !this.#stopped) {
        this.#logger.info(
          `Levels cannot be read, entities keep their last known one until they can: ${stringifyError(
            error,
          )}`,
        );
        this.#pauseMs = FIRST_PAUSE_MS;
        this.#probeLater();
      }
    }
  }

  #request(entityRefs: string[]): Promise<EntityLevel[]> {
    return this.#source.getLevels({
      entityRefs,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }

  #probeLater(): void {
    this.#probing = setTimeout(() => {
      this.#probe().catch(error =>
        this.#logger.warn(
          'Entities without a level could not be refreshed',
          error,
        ),
      );
    }, this.#pauseMs);
    this.#probing.unref();
  }

  async #probe(): Promise<void> {
    const [first] = this.#missed;
    try {
      await this.#request([first]);
    } catch {
      if (!this.#stopped) {
        this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
        this.#probeLater();
      }
      return;
    }
    this.#probing = undefined;
    const missed = [...this.#missed];
    this.#missed.clear();
    await this.#onRecovered(missed);
  }
}
