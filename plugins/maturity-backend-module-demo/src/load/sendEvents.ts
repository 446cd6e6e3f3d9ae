import type { LoggerService } from '@backstage/backend-plugin-api';
import type { GeneratedEvent } from '../domain';
import type { MaturityDoor } from './MaturityDoor';
import { persist, type RetryPauses } from './persist';

const BATCH = 500;

/**
 * Sends events in batches, in their order.
 *
 * @param options - `ahead`: so many go first, in a batch of their own;
 *   `onSent`: after each batch, with the number of events sent so far
 * @returns how many were sent and why the next batch was not
 */
export async function sendEvents(options: {
  door: Pick<MaturityDoor, 'send'>;
  events: readonly GeneratedEvent[];
  ahead?: number;
  pauses: RetryPauses;
  logger: LoggerService;
  signal: AbortSignal;
  onSent?: (sent: number) => Promise<void>;
}): Promise<{ sent: number; refusal?: string }> {
  const { door, events, ahead = 0, signal, onSent } = options;
  for (let sent = 0; sent < events.length; ) {
    const upTo =
      sent < ahead
        ? ahead
        : Math.min(events.length, (Math.floor(sent / BATCH) + 1) * BATCH);
    const batch = events.slice(sent, upTo);
    const refusal = await persist({
      ...options,
      request: async () => {
        const { refused, results } = await door.send(batch, signal);
        if (refused === 0) {
          return undefined;
        }
        const message = results.find(
          ({ status }) => status === 'refused',
        )?.message;
        return `${refused} events were refused, the first with "${message}"`;
      },
    });
    if (refusal) {
      return { sent, refusal };
    }
    sent = upTo;
    await onSent?.(sent);
  }
  return { sent: events.length };
}
