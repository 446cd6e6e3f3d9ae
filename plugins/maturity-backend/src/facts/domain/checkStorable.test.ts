import {
  StatementRank,
  type MappedEvent,
  type RunFields,
  type Statement,
} from '@devops-scorecards/plugin-maturity-common';
import { checkStorable } from './checkStorable';

const MEASURE: Statement<'measure'> = {
  kind: 'measure',
  key: '1',
  rank: StatementRank.Finished,
  occurredAt: 1,
  fields: {},
};

/** An event of one statement of another kind. */
function measured(
  changes: Partial<Statement> | Record<string, unknown>,
): MappedEvent {
  return event({ statements: [{ ...MEASURE, ...changes } as Statement] });
}

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
    ['any finite number', measured({ fields: { part: 0.1, total: 1e300 } })],
    ['fields that are not so any more', measured({ clears: ['part'] })],
    [
      'a correction that leaves a fact out',
      measured({ rank: StatementRank.Corrected, exclude: true }),
    ],
    [
      'a kind that is connected',
      event({ statements: [], connects: [{ kind: 'incident', since: 0 }] }),
    ],
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
    [
      'a number without end',
      measured({ fields: { part: Infinity } }),
      'part of the measure must be a finite number',
    ],
    [
      'text for a number',
      measured({ fields: { part: '0.8' } }),
      'part of the measure must be a finite number',
    ],
    [
      'a long key of a new kind',
      measured({ key: 'x'.repeat(513) }),
      'the key of the measure must have 1 to 512 characters',
    ],
    [
      'a kind that there is none of',
      measured({ kind: 'toString' }),
      "there is no kind of fact 'toString'; use one of run, deployment",
    ],
    [
      'clears that are no list',
      measured({ clears: 'part' }),
      'clears of the measure must be a list of names of fields',
    ],
    [
      'an exclusion that no person decided',
      measured({ exclude: true }),
      'only a correction may leave the measure out',
    ],
    [
      'an exclusion that is neither',
      measured({ rank: StatementRank.Corrected, exclude: 1 }),
      'exclude of the measure must be true or false',
    ],
    [
      'a connection since no time',
      event({ connects: [{ kind: 'incident', since: 0.5 }] }),
      'since when the incident is connected must be whole milliseconds',
    ],
    [
      'a connection of no kind',
      event({ connects: [{ kind: 'x' as 'run', since: 1 }] }),
      "there is no kind of fact 'x'",
    ],
  ])('refuses %s and says what to change', (_, input, message) => {
    expect(checkStorable(input)).toContain(message);
  });
});
