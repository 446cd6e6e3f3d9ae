import {
  StatementRank,
  type MappedEvent,
  type RunFields,
} from '@devops-scorecards/plugin-maturity-common';
import { checkStorable } from './checkStorable';

function event(
  changes: Partial<MappedEvent>,
  fields: Record<string, unknown> = {},
): MappedEvent {
  return {
    eventSource: '/ci',
    eventId: '1',
    type: 'test',
    occurredAt: 1,
    aliases: [{ scheme: 'service', value: 'payments' }],
    statements: [
      {
        kind: 'run',
        key: '1',
        rank: StatementRank.Started,
        occurredAt: 1,
        fields: fields as RunFields,
      },
    ],
    envelope: {},
    ...changes,
  };
}

describe('checkStorable', () => {
  it.each([
    ['an ordinary event', event({}, { branch: 'main', attempt: 1 })],
    ['text outside the basic plane', event({ subject: '部署 🚀' })],
    ['a field that no column has', event({}, { another: {} })],
    ['a name of 512 characters', event({ entityRef: 'x'.repeat(512) })],
  ])('takes %s', (_, input) => {
    expect(checkStorable(input)).toBeUndefined();
  });

  it.each([
    ['a NUL', event({ eventId: 'a\0b' }), 'the id has a NUL'],
    ['half a pair', event({ subject: '\ud800' }), 'half a surrogate pair'],
    ['a NUL in a field', event({}, { branch: '\0' }), 'branch of the run'],
    ['a long ref', event({ entityRef: 'x'.repeat(513) }), 'this one has 513'],
    [
      'an empty name',
      event({ aliases: [{ scheme: 'service', value: '' }] }),
      'the service name must have 1 to 512 characters',
    ],
    [
      'a fraction of a millisecond',
      event({}, { startedAt: 1.5 }),
      'startedAt of the run must be whole milliseconds',
    ],
    ['no time', event({ occurredAt: NaN }), 'the time must be whole'],
    [
      'a number that is too large',
      event({}, { attempt: 3_000_000_000 }),
      'attempt of the run must be a whole number of at most 2147483647',
    ],
    ['text for a flag', event({}, { trunk: 'yes' }), 'must be true or false'],
    ['a number for text', event({}, { branch: 1 }), 'must be text'],
  ])('refuses %s and says what to change', (_, input, message) => {
    expect(checkStorable(input)).toContain(message);
  });
});
