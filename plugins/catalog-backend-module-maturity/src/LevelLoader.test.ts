import { mockServices } from '@backstage/backend-test-utils';
import type { EntityLevel } from '@devops-scorecards/plugin-maturity-common';
import { LevelLoader } from './LevelLoader';

const levelOf = (entityRef: string): EntityLevel => ({
  entityRef,
  scorecard: 'maturity',
  level: 2,
  model: 'starter',
  version: '1',
});

const stabilityOf = (entityRef: string): EntityLevel => ({
  ...levelOf(entityRef),
  scorecard: 'stability',
  model: 'csa-stability',
});

function setUp() {
  const getLevels = jest.fn(async (options: { entityRefs: string[] }) =>
    options.entityRefs
      .filter(ref => !ref.includes('untargeted'))
      .flatMap(ref =>
        ref === 'b' ? [stabilityOf(ref), levelOf(ref)] : [levelOf(ref)],
      ),
  );
  const onRecovered = jest.fn(async (_entityRefs: string[]) => {});
  const loader = new LevelLoader({
    source: { getLevels },
    logger: mockServices.logger.mock(),
    onRecovered,
  });
  return { getLevels, onRecovered, loader };
}

describe('LevelLoader', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('answers many entities with one request', async () => {
    const { getLevels, loader } = setUp();
    const answers = ['a', 'b', 'untargeted', 'a'].map(ref => loader.load(ref));
    await jest.advanceTimersByTimeAsync(20);

    expect(await Promise.all(answers)).toEqual([
      { status: 'known', levels: [levelOf('a')] },
      { status: 'known', levels: [stabilityOf('b'), levelOf('b')] },
      { status: 'known', levels: [] },
      { status: 'known', levels: [levelOf('a')] },
    ]);
    expect(getLevels).toHaveBeenCalledTimes(1);
    expect(getLevels.mock.calls[0][0].entityRefs).toEqual([
      'a',
      'b',
      'untargeted',
    ]);
  });

  it('asks again for what is asked again, so that a change is seen', async () => {
    const { getLevels, loader } = setUp();
    const first = loader.load('a');
    await jest.advanceTimersByTimeAsync(20);
    await first;
    getLevels.mockResolvedValueOnce([{ ...levelOf('a'), level: 3 }]);
    const second = loader.load('a');
    await jest.advanceTimersByTimeAsync(20);

    expect(await second).toMatchObject({ levels: [{ level: 3 }] });
  });

  it('sends at most 500 refs in a request', async () => {
    const { getLevels, loader } = setUp();
    const answers = Array.from({ length: 501 }, (_, i) => loader.load(`e${i}`));
    await jest.advanceTimersByTimeAsync(20);
    await Promise.all(answers);

    expect(getLevels.mock.calls.map(([o]) => o.entityRefs.length)).toEqual([
      500, 1,
    ]);
  });

  it('lets nobody wait while the backend is away, and repairs afterwards', async () => {
    const { getLevels, onRecovered, loader } = setUp();
    getLevels.mockRejectedValueOnce(new Error('connect ECONNREFUSED'));
    const first = loader.load('a');
    await jest.advanceTimersByTimeAsync(20);
    expect(await first).toEqual({ status: 'unreachable' });

    // Answered at once, without a request.
    expect(await loader.load('b')).toEqual({ status: 'unreachable' });
    expect(getLevels).toHaveBeenCalledTimes(1);

    getLevels.mockRejectedValueOnce(new Error('503'));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(getLevels).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1_999);
    expect(getLevels).toHaveBeenCalledTimes(2);
    expect(onRecovered).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(onRecovered.mock.calls).toEqual([[['a', 'b']]]);

    const again = loader.load('a');
    await jest.advanceTimersByTimeAsync(20);
    expect(await again).toMatchObject({ status: 'known' });
  });

  it('answers everyone when it stops', async () => {
    const { getLevels, loader } = setUp();
    const answer = loader.load('a');
    loader.stop();

    expect(await answer).toEqual({ status: 'unreachable' });
    expect(await loader.load('b')).toEqual({ status: 'unreachable' });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(getLevels).not.toHaveBeenCalled();
  });
});
