import { LevelRefresher } from './LevelRefresher';

describe('LevelRefresher', () => {
  const connection = () => ({
    applyMutation: jest.fn(),
    refresh: jest.fn(async (_options: { keys: string[] }) => {}),
  });

  it('keeps what comes before the catalog has connected', async () => {
    const refresher = new LevelRefresher();
    await refresher.refresh(['component:default/a']);
    await refresher.refresh(['component:default/a', 'component:default/b']);
    const connected = connection();
    await refresher.connect(connected);

    expect(connected.refresh.mock.calls).toEqual([
      [
        {
          keys: [
            'maturity-level:component:default/a',
            'maturity-level:component:default/b',
          ],
        },
      ],
    ]);
  });

  it('hands large changes on in parts', async () => {
    const refresher = new LevelRefresher();
    const connected = connection();
    await refresher.connect(connected);
    await refresher.refresh(Array.from({ length: 1_200 }, (_, i) => `e${i}`));

    expect(connected.refresh.mock.calls.map(([o]) => o.keys.length)).toEqual([
      500, 500, 200,
    ]);
  });
});
