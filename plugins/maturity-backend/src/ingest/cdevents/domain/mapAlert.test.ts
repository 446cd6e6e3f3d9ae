import { mappedSample, refusalOf } from '../../__testUtils__/mapEvent';

const T = Date.parse('2026-11-02T02:00:00Z');
const SINCE = '2026-11-02T01:56:30Z';

describe('alerts', () => {
  it.each([
    [
      'fired',
      {
        name: 'Refunds answer with errors',
        severity: 'critical',
        url: 'https://alerts.example.com/refund-errors',
      },
    ],
    ['acknowledged', { acknowledgedAt: T, actionable: true }],
    ['resolved', { resolvedAt: T }],
  ])('%s', (predicate, fields) => {
    expect(mappedSample({ name: `alert.${predicate}` })).toMatchObject({
      aliases: [
        { scheme: 'service', value: 'payments' },
        { scheme: 'event-source', value: '/alerts/east' },
      ],
      statements: [
        {
          kind: 'alert',
          key: '/alerts/east refund-errors 2026-11-02T01:56:30.000Z',
          rank: 1,
          occurredAt: T,
          fields: {
            alertKey: 'refund-errors',
            startedAt: Date.parse(SINCE),
            ...fields,
          },
        },
      ],
    });
  });

  it('began when they fired, unless they say otherwise', () => {
    const { statements } = mappedSample({ name: 'alert.fired', content: {} });
    expect(statements[0]).toMatchObject({
      key: '/alerts/east refund-errors 2026-11-02T02:00:00.000Z',
      fields: { startedAt: T },
    });
  });

  it('are told whole by their end', () => {
    const content = {
      name: 'Disk full',
      severity: 'warning',
      startedAt: SINCE,
      acknowledgedAt: '2026-11-02T01:57:00Z',
      resolvedAt: '2026-11-02T01:59:00Z',
      actionable: false,
      escalated: true,
    };
    const { statements } = mappedSample({ name: 'alert.resolved', content });
    expect(statements[0].fields).toEqual({
      alertKey: 'refund-errors',
      name: 'Disk full',
      severity: 'warning',
      startedAt: Date.parse(SINCE),
      acknowledgedAt: Date.parse('2026-11-02T01:57:00Z'),
      resolvedAt: Date.parse('2026-11-02T01:59:00Z'),
      actionable: false,
      escalated: true,
    });
  });

  it.each([
    ['resolved', {}, 'content.startedAt is missing: send when the alert'],
    ['acknowledged', {}, 'content.startedAt is missing'],
    ['resolved', { startedAt: '0001-01-01T00:00:00Z' }, 'before 1970'],
    [
      'resolved',
      { startedAt: SINCE, resolvedAt: '0001-01-01T00:00:00Z' },
      'content.resolvedAt cannot be read: the time is "0001-01-01T00:00:00Z", before 1970: the producer sent an unset time',
    ],
    [
      'resolved',
      { startedAt: '2026-11-02T02:00:00.001Z' },
      'data.context.timestamp (resolvedAt) is',
    ],
    ['fired', { severity: 'page' }, 'content.severity cannot be read'],
    ['fired', { startedAt: '2026-11-02' }, 'content.startedAt cannot be read'],
    ['fired', { actionable: 'yes' }, 'content.actionable cannot be read'],
  ])('%s %j is refused', (predicate, content, message) => {
    expect(refusalOf({ name: `alert.${predicate}`, content })).toEqual({
      code: 400,
      message: expect.stringContaining(message),
    });
  });
});
