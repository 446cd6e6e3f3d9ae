import {
  AROUND_THE_CLOCK,
  WEEKDAYS,
  type Decision,
  type Fact,
  type FactFields,
  type FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import { DateTime } from 'luxon';
import { nextChangeAt, type NextChangeInput } from './nextChangeAt';

const timeZone = 'Asia/Shanghai';
const at = (iso: string) =>
  DateTime.fromISO(iso, { zone: timeZone }).toMillis();
const asOf = at('2026-11-20T13:46');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function fact<K extends FactKind>(kind: K, fields: FactFields[K]): Fact {
  return {
    kind,
    source: 'ci',
    key: 'k',
    firstSeq: 1,
    lastSeq: 1,
    generated: false,
    fields,
  } as Fact;
}

function next(overrides: Partial<NextChangeInput>): number {
  return (
    nextChangeAt({
      facts: [],
      connections: {},
      decisions: [],
      subject: {},
      calendars: { work: WEEKDAYS, session: AROUND_THE_CLOCK },
      asOf,
      timeZone,
      ...overrides,
    }) - asOf
  );
}

const alert = { source: 'ci', since: 0, lastSeen: asOf };
const rule = { severity: 'critical', openForMs: 8 * MINUTE } as const;

describe('nextChangeAt', () => {
  const midnight = at('2026-11-21T00:00') - asOf;

  it('is the next midnight where nothing else happens', () => {
    expect(next({})).toBe(midnight);
    expect(next({ facts: [fact('run', { finishedAt: asOf - 1 })] })).toBe(
      midnight,
    );
  });

  it('is the midnight of a calendar in another zone', () => {
    const session = { ...AROUND_THE_CLOCK, timeZone: 'Asia/Tokyo' };
    expect(next({ calendars: { work: WEEKDAYS, session } })).toBe(
      midnight - HOUR,
    );
  });

  it('is right after a moment that is known and lies ahead', () => {
    expect(
      next({
        facts: [fact('run', { startedAt: asOf - 1, finishedAt: asOf + 3_000 })],
      }),
    ).toBe(3_001);
    expect(next({ facts: [fact('deployment', { finishedAt: asOf })] })).toBe(1);
  });

  it('is when a decision begins or ends', () => {
    const decision = {
      state: 'approved',
      validFrom: 0,
      validTo: asOf + HOUR,
    } as Decision;
    expect(next({ decisions: [decision] })).toBe(HOUR);
  });

  it.each<[string, number, number]>([
    ['that has just begun', MINUTE, 5 * MINUTE],
    ['of an hour', HOUR, 5 * MINUTE],
    ['of a week', 7 * DAY, (7 * DAY) / 100],
  ])('looks at an open incident %s again', (_, age, expected) => {
    const fields = { startedAt: asOf - age };
    expect(next({ facts: [fact('incident', fields)] })).toBe(expected);
    expect(
      next({ facts: [fact('incident', { ...fields, scheduled: true })] }),
    ).toBe(midnight);
    expect(
      next({ facts: [fact('incident', { ...fields, restoredAt: asOf - 1 })] }),
    ).toBe(midnight);
  });

  it('is when an open incident misses its objective', () => {
    expect(
      next({
        facts: [fact('incident', { startedAt: asOf - 28 * MINUTE })],
        subject: { recoveryTimeObjectiveMs: 30 * MINUTE },
      }),
    ).toBe(2 * MINUTE + 1);
  });

  it('is when an open alert was not acknowledged in time, and when it becomes an incident', () => {
    const open = (age: number) => ({
      facts: [fact('alert', { startedAt: asOf - age, severity: 'critical' })],
      connections: { alert },
      alertRule: rule,
    });
    expect(next(open(2 * MINUTE))).toBe(3 * MINUTE + 1);
    expect(next(open(6 * MINUTE))).toBe(2 * MINUTE + 1);
    // Then it is an open incident.
    expect(next(open(9 * MINUTE))).toBe(5 * MINUTE);
    expect(next({ ...open(9 * MINUTE), alertRule: undefined })).toBe(midnight);
  });

  it('is when an action is overdue', () => {
    const action = { createdAt: 1, dueAt: asOf + HOUR };
    expect(next({ facts: [fact('work-item', action)] })).toBe(HOUR + 1);
    expect(next({ facts: [fact('work-item', { ...action, doneAt: 2 })] })).toBe(
      midnight,
    );
  });

  it('is when a trunk update should have been built', () => {
    const update = { mergedAt: asOf - MINUTE, trunk: true };
    expect(next({ facts: [fact('change', update)] })).toBe(4 * MINUTE + 1);
    expect(next({ facts: [fact('change', { ...update, trunk: false })] })).toBe(
      midnight,
    );
  });
});
