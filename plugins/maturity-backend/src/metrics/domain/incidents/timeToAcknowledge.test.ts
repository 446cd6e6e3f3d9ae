import type { IncidentFields } from '@devops-scorecards/plugin-maturity-common';
import { AS_OF, daysAgo, DAY, input, MINUTE } from '../../__testUtils__/facts';
import { incident } from '../../__testUtils__/incidents';
import { timeToAcknowledge } from './timeToAcknowledge';

const start = daysAgo(5);

function fault(key: string, fields: IncidentFields) {
  return incident(key, { startedAt: start, detectedAt: start, ...fields });
}

function measure(...facts: ReturnType<typeof fault>[]) {
  return timeToAcknowledge.measure(input({ facts }));
}

describe('timeToAcknowledge', () => {
  it('is the worked example of its page', () => {
    expect(
      measure(
        ...[2, 4, 12].map(minutes =>
          fault(`${minutes}`, { acknowledgedAt: start + minutes * MINUTE }),
        ),
        fault('never', { restoredAt: start + MINUTE }),
        fault('open', {}),
      ),
    ).toMatchObject({
      status: 'ok',
      n: 3,
      unknown: 1,
      open: 1,
      distribution: {
        mean: 6 * MINUTE,
        p50: 4 * MINUTE,
        p90: 10.4 * MINUTE,
        max: 12 * MINUTE,
      },
    });
  });

  it.each([
    ['at once', { acknowledgedAt: start }, { n: 1, value: 0 }],
    [
      'an unknown detection',
      { detectedAt: undefined, acknowledgedAt: start },
      { n: 0, unknown: 1 },
    ],
    [
      'acknowledged before it was detected',
      { acknowledgedAt: start - 1 },
      { n: 0, unknown: 1 },
    ],
    [
      'restored before it started',
      { acknowledgedAt: start + MINUTE, restoredAt: start - MINUTE },
      { n: 0, unknown: 1 },
    ],
    [
      'acknowledged later than as-of',
      { acknowledgedAt: AS_OF },
      { n: 0, open: 1 },
    ],
    [
      'acknowledged and never restored',
      { acknowledgedAt: start + MINUTE },
      { n: 1, open: 0, value: MINUTE },
    ],
  ])('%s', (_, fields, expected) => {
    expect(measure(fault('i', fields))).toMatchObject(expected);
  });

  it('ages what nobody has acknowledged from its detection', () => {
    expect(
      measure(fault('i', { startedAt: daysAgo(6) })).evidence,
    ).toMatchObject([{ role: 'open', at: start, value: 5 * DAY }]);
    expect(
      measure(fault('i', { detectedAt: undefined })).evidence,
    ).toMatchObject([{ role: 'open', at: start, value: 5 * DAY }]);
  });
});
