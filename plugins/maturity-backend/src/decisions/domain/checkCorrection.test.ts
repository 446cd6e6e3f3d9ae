import {
  CORRECTABLE_FIELDS,
  FACT_KINDS,
  type CorrectionContent,
  type FactKind,
  type FactRecord,
} from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import { factRecord } from '../__testUtils__/decisions';
import { applyCorrection } from './applyCorrection';
import { checkCorrection } from './checkCorrection';
import { correctedFacts } from './correctedFacts';
import { correctionEvent } from './correctionEvent';

const NOW = 10_000;

const incident = factRecord({
  kind: 'incident',
  fields: { startedAt: 2_000, detectedAt: 3_000, restoredAt: 5_000 },
});
const deployment = factRecord({
  kind: 'deployment',
  fields: { startedAt: 2_000, finishedAt: 3_000, execution: 'manual' },
});

function check(
  fact: FactRecord,
  said: Omit<CorrectionContent, 'kind' | 'fact'>,
) {
  const { kind, source, key } = fact;
  return checkCorrection({
    content: { kind: 'correct', fact: { kind, source, key }, ...said },
    fact,
    now: NOW,
  });
}

describe('checkCorrection', () => {
  it.each<[FactRecord, object]>([
    [deployment, { fields: { execution: 'pipeline' } }],
    [deployment, { fields: { tier: 'staging', purpose: 'hotfix' } }],
    [deployment, { clears: ['execution'] }],
    [deployment, { exclude: true }],
    [{ ...deployment, state: 'shadow' }, { exclude: true }],
    [{ ...deployment, state: 'excluded' }, { exclude: false }],
    [incident, { fields: { restoredAt: 2_000 } }],
    [incident, { fields: { detectedBy: 'monitoring', cause: 'change' } }],
    [incident, { fields: { acknowledgedAt: 3_000, scheduled: true } }],
    [incident, { fields: { deployment: 'd1', repeatOf: 'i0' } }],
    [incident, { fields: { startedAt: 1_000 }, clears: ['restoredAt'] }],
    [
      factRecord({ kind: 'run', fields: {} }),
      { fields: { trunk: false, outcome: 'cancelled' } },
    ],
    [factRecord({ kind: 'alert', fields: {} }), { exclude: true }],
  ])('takes %#', (fact, said) => {
    expect(check(fact, said)).toMatchObject(said);
  });

  it.each<[FactRecord, object, string]>([
    [incident, { fields: { restoredAt: 1_999 } }, 'restored before it started'],
    [incident, { fields: { startedAt: 5_001 } }, 'restored before it started'],
    [
      incident,
      { fields: { acknowledgedAt: 2_999 } },
      'acknowledged before it was detected',
    ],
    [
      deployment,
      { fields: { finishedAt: 1_999 } },
      'finished before it started',
    ],
    [incident, { fields: { restoredAt: NOW + 1 } }, 'lies in the future'],
    [incident, { fields: { restoredAt: -1 } }, 'whole milliseconds'],
    [incident, { fields: { restoredAt: 1.5 } }, 'whole milliseconds'],
    [incident, { fields: { restoredAt: '2026-11-20' } }, 'whole milliseconds'],
    [incident, { fields: { severity: 'huge' } }, 'critical, major, minor'],
    [incident, { fields: { scheduled: 1 } }, 'true or false'],
    [incident, { fields: { deployment: '' } }, 'a key of 1 to 512'],
    [incident, { fields: { deployment: 'a\0' } }, 'NUL'],
    [incident, { fields: { title: 'x' } }, "cannot correct 'title'"],
    [incident, { fields: { execution: 'manual' } }, "cannot correct 'exec"],
    [incident, { clears: ['url'] }, "cannot correct 'url'"],
    [incident, { fields: { __proto__x: 1 } }, 'cannot correct'],
    [incident, { fields: { toString: 1 } }, "cannot correct 'toString'"],
    [incident, {}, 'says nothing'],
    [incident, { fields: {}, clears: [] }, 'says nothing'],
    [incident, { exclude: true, clears: ['cause'] }, 'make two of it'],
    [
      incident,
      { fields: { restoredAt: 4_000 }, clears: ['restoredAt'] },
      'both given and cleared',
    ],
    [incident, { exclude: false }, 'was not excluded'],
    [{ ...incident, state: 'excluded' }, { exclude: true }, 'already'],
    [
      { ...incident, state: 'excluded' },
      { fields: { cause: 'other' } },
      'take it back in first',
    ],
    [incident, { fields: { restoredAt: 5_000 } }, 'says so already'],
    [incident, { clears: ['cause'] }, 'says so already'],
    [
      factRecord({ kind: 'alert', fields: {} }),
      { fields: { severity: 'info' } },
      'it can only be excluded',
    ],
  ])('refuses %#: %p', (fact, said, message) => {
    expect(() => check(fact, said)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('leaves odd times alone that the correction does not name', () => {
    const odd = factRecord({
      kind: 'incident',
      fields: { startedAt: 5_000, restoredAt: 2_000 },
    });
    expect(() => check(odd, { fields: { cause: 'other' } })).not.toThrow();
    expect(() => check(odd, { fields: { restoredAt: 3_000 } })).toThrow();
    expect(() => check(odd, { fields: { startedAt: 1_000 } })).not.toThrow();
  });

  it('knows a rule for every field that people can correct', () => {
    for (const kind of FACT_KINDS) {
      for (const field of CORRECTABLE_FIELDS[kind]) {
        expect(() =>
          check(factRecord({ kind, fields: {} }), {
            fields: { [field]: {} },
          }),
        ).toThrow('is not possible');
      }
    }
  });

  it('lets nothing through but fields that people can correct', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FACT_KINDS),
        fc.dictionary(
          fc.oneof(
            fc.string(),
            fc.constantFrom(...Object.values(CORRECTABLE_FIELDS).flat()),
          ),
          fc.oneof(fc.nat(20_000), fc.boolean(), fc.string()),
          { maxKeys: 3 },
        ),
        (kind: FactKind, fields) => {
          const known: readonly string[] = CORRECTABLE_FIELDS[kind];
          let foreign: string[] = [];
          let problem = 'InputError';
          try {
            const said = check(factRecord({ kind, fields: {} }), { fields });
            foreign = Object.keys(said.fields!).filter(
              name => !known.includes(name),
            );
          } catch (error) {
            problem = (error as Error).name;
          }
          expect([foreign, problem]).toEqual([[], 'InputError']);
        },
      ),
    );
  });
});

describe('correctedFacts', () => {
  const live = {
    kind: 'deployment',
    source: 'ci',
    key: 'k',
    firstSeq: 1,
    lastSeq: 2,
    generated: false,
    fields: deployment.fields,
  } as any;
  const other = { ...live, key: 'other' };
  const correct = (said: object, options: object = {}) =>
    correctedFacts({
      facts: [live, other],
      fact: deployment,
      correction: {
        kind: 'correct',
        fact: { kind: 'deployment', source: 'ci', key: 'k' },
        ...said,
      },
      countsFrom: 'ci',
      ...options,
    });

  it('changes the fact in its place', () => {
    expect(correct({ fields: { tier: 'staging' } })).toEqual([
      {
        ...live,
        corrected: true,
        fields: { ...live.fields, tier: 'staging' },
      },
      other,
    ]);
    expect(correct({ clears: ['execution'] })[0].fields).toEqual({
      startedAt: 2_000,
      finishedAt: 3_000,
    });
  });

  it('takes it out and back in', () => {
    expect(correct({ exclude: true })).toEqual([other]);
    expect(correct({ exclude: false }, { facts: [other] })).toMatchObject([
      other,
      { key: 'k', firstSeq: 3, lastSeq: 3, fields: live.fields },
    ]);
  });

  it('changes what people told of beside any source', () => {
    const told = { ...live, source: 'manual' };
    const corrected = correct(
      { exclude: true },
      { facts: [told, other], fact: { ...deployment, source: 'manual' } },
    );
    expect(corrected).toEqual([other]);
  });

  it('changes nothing where another source counts', () => {
    expect(correct({ exclude: true }, { countsFrom: 'x' })).toEqual([
      live,
      other,
    ]);
  });
});

describe('correctionEvent', () => {
  it('says what the correction says, once, and names nobody', () => {
    const event = correctionEvent({
      decisionId: 'd1',
      entityRef: 'component:default/payments',
      content: {
        kind: 'correct',
        fact: { kind: 'incident', source: 'oncall', key: 'i1' },
        fields: { cause: 'change' },
        clears: ['restoredAt'],
      },
      occurredAt: 7,
    });
    expect(event).toMatchObject({
      eventSource: 'urn:devops-scorecards:corrections',
      eventId: 'd1',
      type: 'dev.cdeventsx.scorecards-fact.corrected.0.1.0',
      entityRef: 'component:default/payments',
      statements: [
        {
          kind: 'incident',
          key: 'i1',
          rank: 3,
          occurredAt: 7,
          fields: { cause: 'change' },
          clears: ['restoredAt'],
        },
      ],
    });
    expect(JSON.stringify(event)).not.toContain('user:');
  });

  it('is undone by one that says what the fact said', () => {
    const before = { cause: 'change', startedAt: 1 };
    const fact = { kind: 'incident', source: 's', key: 'k' } as const;
    const after = applyCorrection(before, {
      kind: 'correct',
      fact,
      fields: { cause: 'other' },
    });
    expect(
      applyCorrection(after, {
        kind: 'correct',
        fact,
        fields: { cause: 'change' },
      }),
    ).toEqual(before);
  });
});
