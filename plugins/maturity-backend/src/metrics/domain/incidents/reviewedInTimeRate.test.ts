import { WEEKDAYS } from '@devops-scorecards/plugin-maturity-common';
import { AS_OF, at, input } from '../../__testUtils__/facts';
import { incident } from '../../__testUtils__/incidents';
import { reviewedInTimeRate } from './reviewedInTimeRate';

/** Restored on Tuesday, 3 November: due by the end of Tuesday the 10th. */
const restored = '2026-11-03T15:00';

function fault(key: string, restoredAt: string, reviewedAt?: string) {
  return incident(key, {
    startedAt: at(restoredAt) - 1,
    restoredAt: at(restoredAt),
    reviewedAt: reviewedAt === undefined ? undefined : at(reviewedAt),
  });
}

function measure(...facts: ReturnType<typeof fault>[]) {
  return reviewedInTimeRate.measure(input({ facts }));
}

describe('reviewedInTimeRate', () => {
  it('is the worked example of its page', () => {
    expect(
      measure(
        fault('in time', restored, '2026-11-10T23:59'),
        fault('late', restored, '2026-11-11T00:00'),
        fault('never', restored),
        fault('not due yet', '2026-11-16T10:00'),
        fault('early', '2026-11-16T10:00', '2026-11-17T10:00'),
        incident('not restored', { startedAt: at(restored) }),
      ),
    ).toMatchObject({
      status: 'ok',
      value: 0.5,
      numerator: 2,
      denominator: 4,
      open: 1,
    });
  });

  it('knows holidays and make-up days', () => {
    const work = {
      ...WEEKDAYS,
      holidays: ['2026-11-10'],
      extraDays: ['2026-11-07'],
    };
    const facts = [fault('i', restored, '2026-11-10T12:00')];
    const hits = (days: Partial<typeof work>) =>
      reviewedInTimeRate.measure(
        input({
          facts,
          calendars: { work: { ...WEEKDAYS, ...days }, session: WEEKDAYS },
        }),
      ).numerator;
    expect(hits({})).toBe(1);
    expect(hits(work)).toBe(0);
    expect(hits({ extraDays: work.extraDays })).toBe(0);
    expect(hits({ holidays: work.holidays })).toBe(1);
  });

  it('is due at the very midnight, and not before', () => {
    const facts = [fault('i', restored)];
    const asOfMidnight = (asOf: number) =>
      reviewedInTimeRate.measure(
        input({
          facts,
          asOf,
          window: { from: at('2026-10-01T00:00'), to: asOf },
        }),
      );
    const midnight = at('2026-11-11T00:00');
    expect(asOfMidnight(midnight - 1)).toMatchObject({ n: 0, open: 1 });
    expect(asOfMidnight(midnight)).toMatchObject({ n: 1, numerator: 0 });
  });

  it('does not see a review that comes after the window', () => {
    expect(
      measure(
        incident('i', {
          startedAt: at(restored),
          restoredAt: at('2026-11-18T10:00'),
          reviewedAt: AS_OF,
        }),
      ),
    ).toMatchObject({ n: 0, open: 1 });
  });
});
