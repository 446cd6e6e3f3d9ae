import type { AlertFields } from '@devops-scorecards/plugin-maturity-common';
import {
  AS_OF,
  daysAgo,
  input,
  MINUTE,
  times,
} from '../../__testUtils__/facts';
import { alert } from '../../__testUtils__/incidents';
import { alertsAcknowledgedInTime } from './alertsAcknowledgedInTime';

const startedAt = daysAgo(5);

describe('alertsAcknowledgedInTime', () => {
  it('is the worked example of its page', () => {
    const facts = [
      ...times(6, i =>
        alert(`in time ${i}`, {
          startedAt,
          acknowledgedAt: startedAt + i * MINUTE,
        }),
      ),
      alert('late', { startedAt, acknowledgedAt: startedAt + 6 * MINUTE }),
      alert('never', { startedAt, resolvedAt: startedAt + 60 * MINUTE }),
      alert('over at once', { startedAt, resolvedAt: startedAt + MINUTE }),
      alert('young', { startedAt: AS_OF - 5 * MINUTE }),
      alert('warning', { startedAt, severity: 'warning' }),
    ];
    expect(alertsAcknowledgedInTime.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 0.75,
      numerator: 6,
      denominator: 8,
      open: 1,
      unknown: 0,
    });
  });

  it.each([
    [
      'within five minutes',
      { acknowledgedAt: startedAt + 5 * MINUTE },
      { n: 1, numerator: 1 },
    ],
    [
      'after them',
      { acknowledgedAt: startedAt + 5 * MINUTE + 1 },
      { n: 1, numerator: 0 },
    ],
    ['not at all', {}, { n: 1, numerator: 0, open: 0 }],
    [
      'not, but over in five minutes',
      { resolvedAt: startedAt + 5 * MINUTE },
      { n: 0, open: 0 },
    ],
    [
      'in time, and over before',
      {
        acknowledgedAt: startedAt + 3 * MINUTE,
        resolvedAt: startedAt + 2 * MINUTE,
      },
      { n: 1, numerator: 1 },
    ],
    [
      'late, and over long before',
      {
        acknowledgedAt: startedAt + 30 * MINUTE,
        resolvedAt: startedAt + 2 * MINUTE,
      },
      { n: 0, open: 0 },
    ],
    ['of unknown severity', { severity: undefined }, { n: 0, unknown: 1 }],
  ] as [string, AlertFields, object][])('%s', (_, fields, expected) => {
    expect(
      alertsAcknowledgedInTime.measure(
        input({ facts: [alert('a', { startedAt, ...fields })] }),
      ),
    ).toMatchObject(expected);
  });
});
