import type { Decision } from '@devops-scorecards/plugin-maturity-common';
import { causeOf, type CauseInput } from './causeOf';
import { decisionCause } from './decisionCause';

const previous = { modelVersionId: 1, asOf: 10_000_000 };
const event = { seq: 7, type: 't', occurredAt: 10_000_000 };
const again: CauseInput = {
  previous,
  modelVersionId: 1,
  catalogChanged: false,
  calendarChanged: false,
  portfolioOnly: false,
  timeAlone: false,
};

describe('causeOf', () => {
  it.each<[CauseInput, object]>([
    [{ ...again, previous: undefined, event }, { kind: 'first' }],
    [{ ...again, modelVersionId: 2, event }, { kind: 'model' }],
    [{ ...again, event, timeAlone: true }, { kind: 'time' }],
    [
      { ...again, event, catalogChanged: true },
      { kind: 'event', eventSeq: 7 },
    ],
    [
      { ...again, event: { ...event, occurredAt: 10_000_000 - 3_600_000 } },
      { kind: 'event', eventSeq: 7 },
    ],
    [
      { ...again, event: { ...event, occurredAt: 10_000_000 - 3_600_001 } },
      { kind: 'restated', eventSeq: 7 },
    ],
    [{ ...again, catalogChanged: true }, { kind: 'catalog' }],
    [
      { ...again, catalogChanged: true, calendarChanged: true },
      { kind: 'catalog' },
    ],
    [{ ...again, calendarChanged: true }, { kind: 'calendar' }],
    [{ ...again, decision: 'decided', event }, { kind: 'decision' }],
    [{ ...again, decision: 'expired', timeAlone: true }, { kind: 'expiry' }],
    [{ ...again, decision: 'began', timeAlone: true }, { kind: 'decision' }],
    [
      { ...again, decision: 'expired', event },
      { kind: 'event', eventSeq: 7 },
    ],
    [
      {
        ...again,
        event: {
          ...event,
          type: 'dev.cdeventsx.scorecards-fact.corrected.0.1.0',
          occurredAt: 0,
        },
      },
      { kind: 'decision', eventSeq: 7 },
    ],
    [{ ...again, portfolioOnly: true }, { kind: 'portfolio' }],
    [{ ...again, portfolioOnly: true, timeAlone: true }, { kind: 'portfolio' }],
    [again, { kind: 'time' }],
  ])('%# tells why', (input, cause) => {
    expect(causeOf(input)).toEqual(cause);
  });
});

describe('decisionCause', () => {
  const approved = {
    state: 'approved',
    content: { kind: 'attest', model: 'm', criterionId: 'c' },
    validFrom: 100,
    validTo: 200,
    steps: [
      { seq: 3, state: 'proposed' },
      { seq: 4, state: 'approved' },
    ],
  } as Decision;
  const cause = (
    decision: Decision,
    times: { before: number; now: number; knownAt?: number },
    criteria = ['c'],
  ) =>
    decisionCause({
      decisions: [decision],
      model: 'm',
      criteria: new Set(criteria),
      previous: { asOf: times.before, knownAt: times.knownAt ?? 4 },
      asOf: times.now,
    });

  it('tells decisions, beginnings and ends apart', () => {
    expect(cause(approved, { before: 120, now: 130, knownAt: 3 })).toBe(
      'decided',
    );
    expect(cause(approved, { before: 90, now: 100 })).toBe('began');
    expect(cause(approved, { before: 199, now: 200 })).toBe('expired');
    expect(cause(approved, { before: 120, now: 130 })).toBeUndefined();
  });

  it('does not take a proposal for a decision', () => {
    const proposed = { ...approved, state: 'proposed' } as Decision;
    const steps = [proposed.steps[0]];
    expect(
      cause({ ...proposed, steps }, { before: 1, now: 2, knownAt: 2 }),
    ).toBeUndefined();
  });

  it('looks at the criteria that turned, under the model', () => {
    const at = { before: 199, now: 200 };
    expect(cause(approved, at, ['other'])).toBeUndefined();
    const content = { ...approved.content, model: 'other' };
    expect(cause({ ...approved, content } as Decision, at)).toBeUndefined();
  });
});
