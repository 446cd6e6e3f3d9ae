import { mockServices } from '@backstage/backend-test-utils';
import type { IngestResponse } from '@devops-scorecards/plugin-maturity-common';
import type { GeneratedEvent } from '../domain';
import type { DemoState } from './DemoStateStore';
import { DemoTopUp } from './DemoTopUp';

const DAY = 24 * 60 * 60_000;
/** Midnight of 20 November in Shanghai. */
const ANCHOR = Date.parse('2026-11-19T16:00:00Z');

function setUp(state?: Partial<DemoState>) {
  let now = ANCHOR + 8 * 60 * 60_000;
  let known: DemoState | undefined = {
    seed: 42,
    anchor: ANCHOR,
    timeZone: 'Asia/Shanghai',
    loadedAt: now,
    ...state,
  };
  const sent: GeneratedEvent[] = [];
  let refusal: string | undefined;
  const logger = mockServices.logger.mock();
  const topUp = new DemoTopUp({
    state: {
      read: async () => known,
      topUp: async toppedUpTo => {
        known = { ...known!, toppedUpTo };
      },
    },
    door: {
      async send(events): Promise<IngestResponse> {
        if (refusal === undefined) sent.push(...events);
        return {
          stored: events.length,
          duplicates: 0,
          conflicts: 0,
          refused: refusal === undefined ? 0 : events.length,
          results: [
            {
              index: 0,
              status: refusal === undefined ? 'stored' : 'refused',
              code: 202,
              message: refusal,
            },
          ],
        };
      },
    },
    logger,
    clock: () => now,
    pauses: [1, 2],
  });
  return {
    sent,
    logger,
    state: () => known,
    refuse: (message: string | undefined) => {
      refusal = message;
    },
    /** Lets time pass and runs. */
    after: async (time: number) => {
      now += time;
      await topUp.run(new AbortController().signal);
    },
  };
}

describe('DemoTopUp', () => {
  it('sends after days off what it would have sent day by day', async () => {
    const daily = setUp();
    for (let day = 0; day < 3; day++) {
      await daily.after(DAY);
      await daily.after(0);
    }
    const off = setUp();
    await off.after(3 * DAY);

    expect(off.sent.length).toBeGreaterThan(100);
    expect(off.sent).toEqual(daily.sent);
    expect(off.state()?.toppedUpTo).toBe(ANCHOR + 3 * DAY);
    expect(daily.state()).toEqual(off.state());
  });

  it('sends nothing twice, and nothing on the first day', async () => {
    const { after, sent, state } = setUp();
    await after(0);
    expect(sent).toEqual([]);
    expect(state()?.toppedUpTo).toBeUndefined();
    await after(DAY);
    const { length } = sent;
    await after(60_000);
    expect(sent).toHaveLength(length);
  });

  it('waits for the first load', async () => {
    const { after, sent } = setUp({ loadedAt: undefined });
    await after(5 * DAY);
    expect(sent).toEqual([]);
  });

  it('begins again where it was refused', async () => {
    const { after, refuse, sent, state, logger } = setUp();
    refuse('Not on the list');
    await after(DAY);
    expect(state()?.toppedUpTo).toBeUndefined();
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('Not on the list'),
    );
    refuse(undefined);
    await after(DAY);
    const whole = setUp();
    await whole.after(2 * DAY);
    expect(sent).toEqual(whole.sent);
  });
});
