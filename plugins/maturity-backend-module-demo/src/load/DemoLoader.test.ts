import { mockServices } from '@backstage/backend-test-utils';
import type {
  EntityLevel,
  IngestResponse,
} from '@devops-scorecards/plugin-maturity-common';
import {
  TOLD,
  type DemoAttestation,
  type GeneratedEvent,
  type MonitoredOutage,
} from '../domain';
import { DemoLoader } from './DemoLoader';
import type { DemoState } from './DemoStateStore';
import type { MaturityDoor } from './MaturityDoor';

const NOW = Date.parse('2026-11-20T03:00:00Z');
const COMPONENTS = [...TOLD, 'component:default/statement-archive'];

/** A backend in memory that stores, finds duplicates and assesses at once. */
class DoorInMemory implements MaturityDoor {
  readonly batches: GeneratedEvent[][] = [];
  readonly stored = new Map<string, string>();
  readonly decisions: DemoAttestation[] = [];
  readonly outages: MonitoredOutage[] = [];
  failures: unknown[] = [];

  async send(events: readonly GeneratedEvent[]): Promise<IngestResponse> {
    const failure = this.failures.shift();
    if (failure) throw failure;
    this.batches.push([...events]);
    const results: IngestResponse['results'] = events.map((event, index) => {
      const key = `${event.source} ${event.id}`;
      const bytes = JSON.stringify(event);
      const before = this.stored.get(key);
      this.stored.set(key, before ?? bytes);
      let status: 'stored' | 'duplicate' | 'conflict' = 'stored';
      if (before !== undefined) {
        status = before === bytes ? 'duplicate' : 'conflict';
      }
      return { index, id: event.id, status, code: 202 };
    });
    const count = (wanted: string) =>
      results.filter(({ status }) => status === wanted).length;
    return {
      stored: count('stored'),
      duplicates: count('duplicate'),
      conflicts: count('conflict'),
      refused: 0,
      results,
    };
  }

  async importDecision(attestation: DemoAttestation): Promise<void> {
    this.decisions.push(attestation);
  }

  async sendOutage(outage: MonitoredOutage): Promise<void> {
    this.outages.push(outage);
  }

  async getLevels(entityRefs: readonly string[]): Promise<EntityLevel[]> {
    const heardOf = new Set(
      this.batches.flat().map(({ entityref }) => entityref),
    );
    return entityRefs.map(entityRef => ({
      entityRef,
      scorecard: 'maturity',
      level: heardOf.has(entityRef) ? 2 : undefined,
      model: 'starter',
      version: '1',
    }));
  }
}

class StateInMemory {
  state?: DemoState;
  async begin(first: Omit<DemoState, 'loadedAt'>): Promise<DemoState> {
    this.state ??= first;
    return this.state;
  }
  async finish(loadedAt: number): Promise<void> {
    this.state = { ...this.state!, loadedAt };
  }
}

const neverAborted = () => new AbortController().signal;

function setUp(overrides?: { door?: DoorInMemory; state?: StateInMemory }) {
  const door = overrides?.door ?? new DoorInMemory();
  const state = overrides?.state ?? new StateInMemory();
  const logger = mockServices.logger.mock();
  let now = NOW;
  const loader = new DemoLoader({
    state,
    door,
    isListed: async () => true,
    logger,
    config: { enabled: true, seed: 42, timeZone: 'Asia/Shanghai' },
    components: COMPONENTS,
    clock: () => (now += 10),
    pauses: {
      poll: 1,
      listed: 100,
      known: 100,
      assessed: 2_000,
      retry: [1, 2],
    },
  });
  return { door, state, logger, run: () => loader.run(neverAborted()) };
}

const said = (log: { mock: { calls: [message: string, ...unknown[]][] } }) =>
  log.mock.calls.map(([message]) => message);

describe('DemoLoader', () => {
  it('sends everything in batches, tells how far it is, and is done', async () => {
    const { door, state, logger, run } = setUp();
    await run();

    const total = door.batches.flat().length;
    expect(total).toBeGreaterThan(2_000);
    expect(Math.max(...door.batches.map(batch => batch.length))).toBe(500);
    // One event of each component goes ahead.
    expect(door.batches[0].map(({ entityref }) => entityref)).toEqual(TOLD);
    expect(state.state).toMatchObject({
      seed: 42,
      // Midnight of 20 November in Shanghai.
      anchor: Date.parse('2026-11-19T16:00:00Z'),
      timeZone: 'Asia/Shanghai',
    });
    expect(state.state?.loadedAt).toBeGreaterThan(NOW);
    expect(said(logger.info)).toEqual([
      ...door.batches
        .slice(1)
        .map(
          (_, index) =>
            `demo: ${Math.min((index + 1) * 500, total)} of ${total} events`,
        ),
      `demo: ${door.decisions.length} attestations`,
      expect.stringMatching(/^demo: ready in \d+\.\d s$/),
    ]);
    expect(door.outages).toHaveLength(1);
  });

  it('does nothing at the second start', async () => {
    const state = new StateInMemory();
    await setUp({ state }).run();
    const { door, logger, run } = setUp({ state });
    await run();

    expect(door.batches).toEqual([]);
    expect(said(logger.info)).toEqual(['demo: already loaded']);
  });

  it('goes on after it was killed, with the same events', async () => {
    const door = new DoorInMemory();
    const state = new StateInMemory();
    const aborted = new AbortController();
    const half = setUp({ door, state });
    const send = door.send.bind(door);
    door.send = async events => {
      if (door.batches.length === 2) {
        aborted.abort();
        throw aborted.signal.reason;
      }
      return send(events);
    };
    await expect(
      new DemoLoader({
        state,
        door,
        isListed: async () => true,
        logger: half.logger,
        config: { enabled: true, seed: 42, timeZone: 'Asia/Shanghai' },
        components: [],
        clock: () => NOW,
      }).run(aborted.signal),
    ).rejects.toThrow();
    expect(state.state?.loadedAt).toBeUndefined();

    door.send = send;
    // A day and a change of settings later.
    await new DemoLoader({
      state,
      door,
      isListed: async () => true,
      logger: half.logger,
      config: { enabled: true, seed: 7, timeZone: 'UTC' },
      components: [],
      clock: () => NOW + 24 * 60 * 60_000,
    }).run(neverAborted());
    const whole = setUp();
    await whole.run();
    expect(door.stored).toEqual(whole.door.stored);
  });

  it('tries again while the backend is starting or its database is away', async () => {
    const { door, state, run } = setUp();
    door.failures = [
      new TypeError('fetch failed'),
      Object.assign(new Error('503'), {
        name: 'ResponseError',
        statusCode: 503,
      }),
      Object.assign(new Error('404'), {
        name: 'ResponseError',
        statusCode: 404,
      }),
    ];
    await run();

    expect(state.state?.loadedAt).toBeDefined();
  });

  it('stops where an administrator has to change something', async () => {
    const { door, state, logger, run } = setUp();
    door.failures = [
      Object.assign(new Error('Request failed with 403 Forbidden'), {
        name: 'ResponseError',
        statusCode: 403,
        cause: new Error(
          "The caller 'plugin:maturity' belongs to no source: add it to maturity.sources.<source>.callers",
        ),
      }),
    ];
    await run();

    expect(state.state?.loadedAt).toBeUndefined();
    expect(said(logger.error)).toEqual([
      expect.stringMatching(
        /^demo: stopped after 0 of \d+ events.*add it to maturity\.sources/,
      ),
    ]);
  });

  it('says which message refused an event', async () => {
    const { door, state, logger, run } = setUp();
    door.send = async events => ({
      stored: 0,
      duplicates: 0,
      conflicts: 0,
      refused: events.length,
      results: [
        { index: 0, status: 'refused', code: 403, message: 'Not on the list' },
      ],
    });
    await run();

    expect(state.state?.loadedAt).toBeUndefined();
    expect(said(logger.error)[0]).toContain('the first with "Not on the list"');
  });

  it('names the entities that are not assessed in time', async () => {
    const { door, state, logger, run } = setUp();
    door.getLevels = async () => [];
    await run();

    expect(state.state?.loadedAt).toBeDefined();
    expect(said(logger.warn)[0]).toContain('component:default/walkthrough');
  });
});
