import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  MATURITY_LEVEL_TOPIC,
  type LevelChange,
  type LevelChangeListener,
  type MaturityLevelEventPayload,
} from '@devops-scorecards/plugin-maturity-node';

/**
 * Tells the rest of the portal that levels changed. Nobody who listens can
 * fail an assessment or keep the others from hearing of it.
 */
export class LevelPublisher {
  readonly #events: EventsService;
  readonly #listeners: readonly LevelChangeListener[];
  readonly #logger: LoggerService;

  static create(options: {
    events: EventsService;
    listeners: readonly LevelChangeListener[];
    logger: LoggerService;
  }): LevelPublisher {
    return new LevelPublisher(options);
  }

  private constructor(options: {
    events: EventsService;
    listeners: readonly LevelChangeListener[];
    logger: LoggerService;
  }) {
    this.#events = options.events;
    this.#listeners = options.listeners;
    this.#logger = options.logger;
  }

  /**
   * @param options - `entityRefs`: whose level as the catalog shows it moved;
   *   `changes`: levels that went up or down
   */
  async publish(options: {
    entityRefs: string[];
    changes: LevelChange[];
  }): Promise<void> {
    const { entityRefs, changes } = options;
    if (entityRefs.length > 0) {
      const eventPayload: MaturityLevelEventPayload = { entityRefs };
      await this.#isolate('Level changes could not be published', () =>
        this.#events.publish({ topic: MATURITY_LEVEL_TOPIC, eventPayload }),
      );
    }
    for (const change of changes) {
      await Promise.all(
        this.#listeners.map(listener =>
          this.#isolate(
            `A listener failed on the level change of ${change.level.entityRef}`,
            () => listener.onLevelChange(change),
          ),
        ),
      );
    }
  }

  async #isolate(message: string, call: () => Promise<void>): Promise<void> {
    try {
      await call();
    } catch (error) {
      this.#logger.error(message, error as Error);
    }
  }
}
