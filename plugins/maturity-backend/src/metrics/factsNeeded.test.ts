import { FACT_KINDS } from '@devops-scorecards/plugin-maturity-common';
import { DAY, input, TIME_ZONE } from './__testUtils__/facts';
import { builtInMetrics } from './builtInMetrics';
import { factsNeeded } from './factsNeeded';

describe('factsNeeded', () => {
  const { window } = input();

  it('names the kinds and the longest look-back', () => {
    expect(
      factsNeeded({ metrics: builtInMetrics, window, timeZone: TIME_ZONE }),
    ).toEqual({
      kinds: [...FACT_KINDS],
      from: window.from - 91 * DAY,
    });
  });

  it('needs nothing before the window where no metric looks back', () => {
    expect(
      factsNeeded({
        metrics: builtInMetrics.filter(
          ({ lookBackDays }) => lookBackDays === undefined,
        ),
        window,
        timeZone: TIME_ZONE,
      }).from,
    ).toBe(window.from);
    expect(factsNeeded({ metrics: [], window, timeZone: TIME_ZONE })).toEqual({
      kinds: [],
      from: window.from,
    });
  });
});
