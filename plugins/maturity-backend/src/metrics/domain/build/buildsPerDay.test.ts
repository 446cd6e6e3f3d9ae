import { WEEKDAYS } from '@devops-scorecards/plugin-maturity-common';
import { at, input, run, times } from '../../__testUtils__/facts';
import { buildsPerDay } from './buildsPerDay';

describe('buildsPerDay', () => {
  /** Monday to Sunday. */
  const window = {
    from: at('2026-11-09T00:00:00'),
    to: at('2026-11-16T00:00:00'),
  };

  it('is the worked example of its page', () => {
    const facts = times(12, i =>
      run(`${i}`, { finishedAt: at('2026-11-10T10:00:00') + i }),
    );
    expect(buildsPerDay.measure(input({ facts, window }))).toMatchObject({
      status: 'ok',
      value: 2.4,
      n: 12,
      numerator: 12,
      denominator: 5,
    });
  });

  it('counts a build on a Saturday, but not the Saturday', () => {
    const facts = [run('1', { finishedAt: at('2026-11-14T10:00:00') })];
    expect(buildsPerDay.measure(input({ facts, window })).value).toBe(1 / 5);
  });

  it('goes by the work calendar', () => {
    const work = {
      ...WEEKDAYS,
      holidays: ['2026-11-09'],
      extraDays: ['2026-11-14', '2026-11-15'],
    };
    const { calendars } = input();
    expect(
      buildsPerDay.measure(
        input({ window, calendars: { ...calendars, work } }),
      ),
    ).toMatchObject({ value: 0, denominator: 6 });
  });

  it('has no rate where there is no working day', () => {
    const saturday = {
      from: at('2026-11-14T00:00:00'),
      to: at('2026-11-15T00:00:00'),
    };
    const idle = buildsPerDay.measure(input({ window: saturday }));
    expect(idle).toMatchObject({ status: 'none', n: 0, denominator: 0 });
    expect(idle).not.toHaveProperty('value');
    const busy = buildsPerDay.measure(
      input({
        window: saturday,
        facts: [run('1', { finishedAt: at('2026-11-14T10:00:00') })],
      }),
    );
    expect(busy).toMatchObject({ status: 'insufficient', n: 1 });
    expect(busy).not.toHaveProperty('value');
  });
});
