import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { DateTime } from 'luxon';
import { generateTopUp } from '../domain';
import type { DemoStateStore } from './DemoStateStore';
import type { MaturityDoor } from './MaturityDoor';
import type { RetryPauses } from './persist';
import { sendEvents } from './sendEvents';

const PAUSES: RetryPauses = [250, 5_000];

/**
 * Goes on with the story of the demo: sends what has happened up to the last
 * local midnight and was not sent yet.
 *
 * @remarks
 *
 * What happens on a day depends on the seed and the anchor alone, so it makes no
 * difference on which days the portal was running. Where a run is cut short the
 * next one sends the same again, which is answered as duplicate.
 */
export class DemoTopUp {
  readonly #state: Pick<DemoStateStore, 'read' | 'topUp'>;
  readonly #door: Pick<MaturityDoor, 'send'>;
  readonly #logger: LoggerService;
  readonly #clock: () => EpochMs;
  readonly #pauses: RetryPauses;

  constructor(options: {
    state: Pick<DemoStateStore, 'read' | 'topUp'>;
    door: Pick<MaturityDoor, 'send'>;
    logger: LoggerService;
    clock: () => EpochMs;
    pauses?: RetryPauses;
  }) {
    this.#state = options.state;
    this.#door = options.door;
    this.#logger = options.logger;
    this.#clock = options.clock;
    this.#pauses = options.pauses ?? PAUSES;
  }

  /**
   * Tops up unless it is up to date or the first load is not done. Rejects only
   * when `signal` aborts or the database fails.
   */
  async run(signal: AbortSignal): Promise<void> {
    const state = await this.#state.read();
    if (state?.loadedAt === undefined) {
      return;
    }
    const { timeZone, anchor, toppedUpTo: from = anchor } = state;
    const until = DateTime.fromMillis(this.#clock(), { zone: timeZone })
      .startOf('day')
      .toMillis();
    if (until <= from) {
      return;
    }
    const events = generateTopUp({ ...state, from, until });
    const { sent, refusal } = await sendEvents({
      door: this.#door,
      events,
      pauses: this.#pauses,
      logger: this.#logger,
      signal,
    });
    if (refusal) {
      this.#logger.error(
        `demo: stopped topping up after ${sent} of ${events.length} events: ${refusal}`,
      );
      return;
    }
    await this.#state.topUp(until);
    this.#logger.info(`demo: topped up with ${sent} events`);
  }
}
