import type { IncidentFields } from '@devops-scorecards/plugin-maturity-common';
import { AS_OF, daysAgo, input, MINUTE } from '../../__testUtils__/facts';
import { incident } from '../../__testUtils__/incidents';
import { timeToDetect } from './timeToDetect';

const start = daysAgo(5);

function fault(key: string, fields: IncidentFields) {
  return incident(key, { startedAt: start, ...fields });
}

function measure(...facts: ReturnType<typeof fault>[]) {
  return timeToDetect.measure(input({ facts }));
}

describe('timeToDetect', () => {
  it('is the worked example of its page', () => {
    expect(
      measure(
        ...[1, 2, 3, 4, 10].map(minutes =>
          fault(`${minutes}`, { detectedAt: start + minutes * MINUTE }),
        ),
        fault('unknown', { startedAt: undefined, detectedAt: start }),
      ),
    ).toMatchObject({
      status: 'ok',
      n: 5,
      unknown: 1,
      distribution: {
        mean: 4 * MINUTE,
        p50: 3 * MINUTE,
        p90: 7.6 * MINUTE,
        max: 10 * MINUTE,
      },
    });
  });

  it.each([
    ['detected at once', { detectedAt: start }, { n: 1, value: 0 }],
    [
      'an unknown start, which detection does not fill',
      { startedAt: undefined, detectedAt: start },
      { n: 0, unknown: 1 },
    ],
    ['an unknown detection', {}, { n: 0, unknown: 1 }],
    [
      'detected before it started',
      { detectedAt: start - 1 },
      { n: 0, unknown: 1 },
    ],
    [
      'restored before it started',
      { detectedAt: start, restoredAt: start - 1 },
      { n: 0, unknown: 1 },
    ],
    ['detected later than as-of', { detectedAt: AS_OF }, { n: 0, open: 1 }],
    [
      'begun before the window',
      { startedAt: daysAgo(91), detectedAt: start },
      { n: 0, unknown: 0, open: 0 },
    ],
    [
      'begun after it',
      { startedAt: AS_OF, detectedAt: AS_OF },
      { n: 0, unknown: 0, open: 0 },
    ],
    [
      'announced maintenance',
      { detectedAt: start, scheduled: true },
      { n: 0, unknown: 0 },
    ],
  ])('%s', (_, fields, expected) => {
    expect(measure(fault('i', fields))).toMatchObject(expected);
  });
});
