import type { IncidentFields } from '@devops-scorecards/plugin-maturity-common';
import {
  AS_OF,
  DAY,
  daysAgo,
  HOUR,
  input,
  MINUTE,
} from '../../__testUtils__/facts';
import { incident } from '../../__testUtils__/incidents';
import { timeToRestore } from './timeToRestore';

const start = daysAgo(5);

function fault(key: string, fields: IncidentFields) {
  return incident(key, { startedAt: start, ...fields });
}

function measure(...facts: ReturnType<typeof fault>[]) {
  return timeToRestore.measure(input({ facts }));
}

describe('timeToRestore', () => {
  it('is the worked example of its page', () => {
    expect(
      measure(
        ...[10, 20, 30, 60].map(minutes =>
          fault(`${minutes}`, { restoredAt: start + minutes * MINUTE }),
        ),
        fault('open', {}),
      ),
    ).toMatchObject({
      status: 'ok',
      n: 4,
      open: 1,
      unknown: 0,
      value: 51 * MINUTE,
      distribution: {
        mean: 30 * MINUTE,
        p50: 25 * MINUTE,
        p90: 51 * MINUTE,
        max: 60 * MINUTE,
      },
    });
  });

  it.each([
    [
      'begun before the window and restored in it',
      { startedAt: daysAgo(120), restoredAt: daysAgo(80) },
      { n: 1, value: 40 * DAY },
    ],
    [
      'restored before the window',
      { startedAt: daysAgo(120), restoredAt: daysAgo(91) },
      { n: 0, unknown: 0, open: 0 },
    ],
    [
      'restored in the window, but begun out of reach',
      { startedAt: daysAgo(190), restoredAt: daysAgo(80) },
      { n: 0, unknown: 0, open: 0 },
    ],
    ['open since long ago', { startedAt: daysAgo(400) }, { n: 0, open: 1 }],
    [
      'restored at as-of, which has not seen it',
      { restoredAt: AS_OF },
      { n: 0, open: 1 },
    ],
    [
      'an unknown start, from detection',
      {
        startedAt: undefined,
        detectedAt: start,
        restoredAt: start + HOUR,
      },
      { n: 1, unknown: 1, value: HOUR },
    ],
    [
      'neither start nor detection',
      { startedAt: undefined, restoredAt: start },
      { n: 0, unknown: 1 },
    ],
    [
      'restored before it started',
      { restoredAt: start - 1 },
      { n: 0, unknown: 1, open: 0 },
    ],
    ['restored at once', { restoredAt: start }, { n: 1, value: 0 }],
    [
      'announced maintenance',
      { restoredAt: start + HOUR, scheduled: true },
      { n: 0, unknown: 0 },
    ],
  ])('%s', (_, fields, expected) => {
    expect(measure(fault('i', fields))).toMatchObject(expected);
  });

  it('lasts from the first start to the last restoration when it was reopened', () => {
    const restored = fault('i', { restoredAt: start + HOUR });
    // Reopening takes the restoration back.
    const reopened = fault('i', {});
    const again = fault('i', { restoredAt: start + 3 * HOUR });
    expect(measure(restored)).toMatchObject({ n: 1, value: HOUR });
    expect(measure(reopened)).toMatchObject({ n: 0, open: 1 });
    expect(measure(again)).toMatchObject({ n: 1, value: 3 * HOUR });
  });

  it('shows the age of what is open, and is not none', () => {
    expect(measure(fault('i', {}))).toMatchObject({
      status: 'insufficient',
      evidence: [{ role: 'open', at: start, value: 5 * DAY }],
    });
  });
});
