import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { AS_OF, at, input, TIME_ZONE } from '../../__testUtils__/facts';
import { portfolioMetric } from './portfolioMetric';
import { portfolioMetrics } from './portfolioMetrics';
import { portfolioWindow } from './portfolioWindow';

const metric = portfolioMetric(portfolioMetrics[1]);
const { id } = metric.definition;
const OWNER = 'group:default/payments-team';

function measure(
  counts: { connected: number; using: number } | undefined,
  fields: Partial<MetricInput> = {},
) {
  const asked = input(fields);
  return metric.measure({
    portfolio: {
      owner: OWNER,
      services: 20,
      counts: counts
        ? [{ metric: id, window: portfolioWindow(asked), ...counts }]
        : [],
    },
    ...asked,
  });
}

describe('a metric of a portfolio', () => {
  it('is the share of all services of the owner, those nobody knows of included', () => {
    expect(measure({ connected: 18, using: 15 })).toMatchObject({
      ...{ status: 'ok', value: 0.75, numerator: 15, denominator: 20, n: 20 },
      ...{ unknown: 2, portfolio: { owner: OWNER } },
      ...{ evidence: [], generated: false },
    });
  });

  it('is 0 where sources tell that no service does it', () => {
    expect(measure({ connected: 1, using: 0 })).toMatchObject({
      ...{ status: 'ok', value: 0, unknown: 19 },
    });
  });

  it('is no number where nothing is connected', () => {
    const none = measure({ connected: 0, using: 0 });
    expect(none).toMatchObject({ status: 'no-source', missing: ['run'], n: 0 });
    expect(none.value).toBeUndefined();
  });

  it('asks for an owner', () => {
    const nobodys = measure(undefined, {
      portfolio: { services: 0, counts: [] },
    });
    expect(nobodys).toMatchObject({ status: 'no-source', needs: ['owner'] });
    expect(metric.measure(input()).needs).toEqual(['owner']);
  });

  it('says nothing of a day that is not over', () => {
    const today = { from: at('2026-11-20T00:00:00'), to: AS_OF };
    expect(measure(undefined, { window: today })).toMatchObject({
      ...{ status: 'insufficient', n: 0, portfolio: { owner: OWNER } },
    });
  });
});

it('names the fields that there are, where one is asked for that is not', () => {
  expect(() =>
    portfolioMetric({
      ...portfolioMetrics[0],
      service: { fact: 'run', fields: { colour: 'red' } },
    }),
  ).toThrow(/the field 'colour' of a run, use one of pipeline, branch, trunk/);
});

describe('the window of a portfolio', () => {
  const from = at('2026-11-01T00:00:00');
  it.each([
    ['ends before today', AS_OF, '2026-11-20T00:00:00'],
    [
      'is as it was, in the past',
      at('2026-11-10T11:00:00'),
      '2026-11-10T11:00:00',
    ],
    ['ends at midnight', at('2026-11-21T00:00:00'), '2026-11-20T00:00:00'],
  ])('%s', (_, to, end) => {
    expect(
      portfolioWindow({
        window: { from, to },
        asOf: AS_OF,
        timeZone: TIME_ZONE,
      }),
    ).toEqual({ from, to: at(end) });
  });

  it('counts a day from its midnight on', () => {
    const asOf = at('2026-11-20T00:00:00');
    expect(
      portfolioWindow({
        window: { from, to: asOf },
        asOf,
        timeZone: TIME_ZONE,
      }),
    ).toEqual({ from, to: asOf });
  });
});
