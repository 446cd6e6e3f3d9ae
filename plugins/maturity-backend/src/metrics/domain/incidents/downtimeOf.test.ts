import fc from 'fast-check';
import { daysAgo, HOUR, MINUTE } from '../../__testUtils__/facts';
import { faultHistories, incident } from '../../__testUtils__/incidents';
import { downtimeOf } from './downtimeOf';
import { lengthOf } from './intervals';

const start = daysAgo(10);
const day = [{ from: start, to: start + 24 * HOUR }];

function outage(from: number, to: number | undefined) {
  return incident(`${from}-${to}`, {
    startedAt: start + from * MINUTE,
    restoredAt: to === undefined ? undefined : start + to * MINUTE,
  });
}

function minutes(...incidents: Parameters<typeof downtimeOf>[0]): number {
  return downtimeOf(incidents, day).total / MINUTE;
}

describe('downtimeOf', () => {
  it.each([
    ['nothing', [], 0],
    ['one', [outage(10, 40)], 30],
    ['two tools that report one', [outage(10, 40), outage(12, 40)], 30],
    ['two that overlap', [outage(10, 40), outage(30, 50)], 40],
    ['two apart', [outage(10, 20), outage(30, 40)], 20],
    ['begun before', [outage(-30, 40)], 40],
    ['not over yet', [outage(23 * 60, undefined)], 60],
    ['after hours', [outage(25 * 60, 26 * 60)], 0],
  ])('of %s', (_, incidents, expected) => {
    expect(minutes(...incidents)).toBe(expected);
    expect(minutes(...[...incidents].reverse())).toBe(expected);
  });

  it.each([
    ['an unknown impact', { impact: undefined }, 30],
    ['degraded service', { impact: 'degraded' as const }, 0],
    ['no impact', { impact: 'none' as const }, 0],
    ['announced maintenance', { scheduled: true }, 0],
    ['an impossible order', { restoredAt: start - 1 }, 0],
    [
      'a start that is unknown, from detection on',
      { startedAt: undefined, detectedAt: start + 10 * MINUTE },
      20,
    ],
    [
      'a start that is unknown like the detection, from the first sign on',
      { startedAt: undefined, acknowledgedAt: start + 20 * MINUTE },
      10,
    ],
  ])('of %s', (_, fields, expected) => {
    expect(
      minutes(
        incident('i', {
          startedAt: start,
          restoredAt: start + 30 * MINUTE,
          ...fields,
        }),
      ),
    ).toBe(expected);
  });

  it('is in service hours only', () => {
    const hours = [
      { from: start, to: start + 15 * MINUTE },
      { from: start + 20 * MINUTE, to: start + 25 * MINUTE },
    ];
    expect(downtimeOf([outage(10, 60)], hours)).toEqual({
      intervals: [
        { from: start + 10 * MINUTE, to: start + 15 * MINUTE },
        { from: start + 20 * MINUTE, to: start + 25 * MINUTE },
      ],
      total: 10 * MINUTE,
    });
  });

  it('is at most the sum of the outages and at most the service time', () => {
    fc.assert(
      fc.property(faultHistories, facts => {
        const incidents = facts.filter(fact => fact.kind === 'incident');
        const spans = [{ from: daysAgo(90), to: daysAgo(0) }];
        const sum = incidents.reduce(
          (total, one) => total + downtimeOf([one], spans).total,
          0,
        );
        const { intervals, total } = downtimeOf(incidents, spans);
        expect(total).toBeLessThanOrEqual(sum);
        expect(total).toBeLessThanOrEqual(lengthOf(spans));
        expect(total).toBe(lengthOf(intervals));
      }),
    );
  });
});
