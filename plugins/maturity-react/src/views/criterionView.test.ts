import type {
  CriterionCard,
  CriterionOutcome,
  Measurement,
} from '@devops-scorecards/plugin-maturity-common';
import { decisionFixture } from '../fixtures/decisionFixture';
import { englishTexts } from '../testing/englishTexts';
import {
  cardFixture,
  criterionFixture,
  measurementFixture,
} from '../fixtures/scorecardFixture';
import { toCriterionView } from './criterionView';

const options = { texts: englishTexts(), timeZone: 'UTC', asOf: 0 };

function undecided(
  reason: Extract<CriterionOutcome, { outcome: 'undecided' }>['reason'],
  measurement: Partial<Measurement> = {},
) {
  return toCriterionView(
    cardFixture({
      result: { outcome: 'undecided', reason },
      measurement: measurementFixture({ value: undefined, ...measurement }),
    }),
    options,
  );
}

describe('toCriterionView', () => {
  it.each<[CriterionOutcome, string, string]>([
    [{ outcome: 'pass' }, 'pass', 'Pass'],
    [{ outcome: 'fail' }, 'fail', 'Fail'],
    [{ outcome: 'waived' }, 'waived', 'Waived'],
    [{ outcome: 'not-applicable' }, 'not-applicable', 'Not applicable'],
    [{ outcome: 'undecided', reason: 'stale' }, 'stale', 'Stale'],
    [{ outcome: 'undecided', reason: 'no-source' }, 'no-data', 'No data'],
    [{ outcome: 'undecided', reason: 'insufficient' }, 'no-data', 'Too few'],
  ])('%j has its sign and word', (result, sign, word) => {
    expect(toCriterionView(cardFixture({ result }), options).verdict).toEqual({
      sign,
      word,
    });
  });

  it.each([
    [
      undecided('insufficient', { status: 'insufficient', n: 3 }),
      '3 in the window, at least 10 are needed.',
    ],
    [
      undecided('insufficient', { status: 'insufficient', n: 0 }),
      'None in the window, and the source was connected for only part of it.',
    ],
    [
      undecided('error', { status: 'error', reason: 'overflow' }),
      'Could not be computed: overflow',
    ],
    [
      undecided('no-source', { missing: ['run', 'deployment'] }),
      'No source of pipeline runs and deployments is connected for this service.',
    ],
  ])('says why it is undecided', (view, reason) => {
    expect(view.reason).toBe(reason);
  });

  it('shows a threshold without a value where there is no value', () => {
    const view = undecided('no-source', { status: 'no-source', n: 0 });
    expect(view.measurement?.value).toBeUndefined();
    expect(view.threshold?.sign).toBe('≥ 95%');
    expect(view.measurement?.notes).toEqual(['no source connected']);
  });

  it('judges by the statistic that the criterion names', () => {
    const view = toCriterionView(
      cardFixture({
        criterion: criterionFixture({
          statistic: 'p90',
          operator: '<=',
          threshold: 3_600_000,
        } as Partial<ReturnType<typeof criterionFixture>>),
        measurement: measurementFixture({
          unit: 'duration',
          statistic: 'mean',
          value: 600_000,
          distribution: {
            mean: 600_000,
            p50: 500_000,
            p85: 1_500_000,
            p90: 1_800_000,
            p95: 2_000_000,
            max: 3_000_000,
          },
        }),
      }),
      options,
    );
    expect(view.measurement?.value).toBe('30\u00a0min');
    expect(view.measurement?.statistic).toBe('90th percentile');
  });

  it('says what a person or the catalog must state', () => {
    const base = { id: 'x', level: 3, title: { en: 'X', 'zh-CN': 'X' } };
    const provenance = { kind: 'inferred', source: 'us' };
    const demands = [
      { ...base, provenance, kind: 'catalog', path: 'spec.owner' },
      {
        ...base,
        provenance,
        kind: 'catalog',
        path: 'spec.lifecycle',
        oneOf: ['production', 'test'],
      },
      {
        ...base,
        provenance,
        kind: 'sustained',
        atLeast: 4,
        daysAgo: [0, 90, 180],
      },
    ].map(
      criterion =>
        toCriterionView(
          cardFixture({
            criterion: criterion as ReturnType<typeof criterionFixture>,
            measurement: undefined,
          }),
          options,
        ).demand,
    );
    expect(demands).toEqual([
      'The catalog must say spec.owner',
      'spec.lifecycle in the catalog must be one of production, test',
      'Level 4 or better now and 90, 180 days ago, under this version',
    ]);
  });

  it('asks for a setting that the entity lacks instead of a source', () => {
    const view = undecided('no-source', {
      status: 'no-source',
      n: 0,
      needs: ['team-size'],
    });
    expect(view.reason).toBeUndefined();
    expect(view.asks).toEqual([
      expect.stringContaining('devops-scorecards.io/team-size'),
    ]);
    expect(view.measurement?.notes).toEqual([]);
  });

  it('shows other proof with what was measured of it', () => {
    const view = toCriterionView(
      cardFixture({
        criterion: criterionFixture({
          alternative: [
            {
              metric: 'deployment-days',
              statistic: 'value',
              operator: '>=',
              threshold: 10,
            },
            {
              metric: 'not-measured',
              statistic: 'value',
              operator: '>=',
              threshold: 1,
            },
          ],
        } as Partial<ReturnType<typeof criterionFixture>>),
        others: [
          measurementFixture({
            metric: 'deployment-days',
            unit: 'count',
            value: 12,
          }),
        ],
      }),
      options,
    );
    expect(view.alternative).toMatchObject([
      {
        metric: 'deployment-days',
        threshold: { sign: '≥ 10' },
        measurement: { value: '12' },
      },
    ]);
  });

  it.each([
    [{ state: 'proposed' }, 'proposed', 'waits for approval'],
    [{ state: 'rejected' }, 'rejected', 'attestation rejected'],
    [{ state: 'withdrawn' }, 'withdrawn', 'attestation withdrawn'],
    [{ validFrom: 0, validTo: 1 }, 'inForce', 'attested until Jan 1, 1970'],
    [{ validFrom: -9, validTo: 0 }, 'expired', 'attestation expired on'],
    [{ validFrom: 1, validTo: 2 }, 'upcoming', 'attested from Jan 1, 1970'],
  ] as const)('says how an attestation stands: %j', (part, state, words) => {
    const attestation = decisionFixture({ state: 'approved', ...part });
    const card = attestationCard({ attestation });
    const shown = toCriterionView(card, options).attestation;
    expect(shown?.state).toBe(state);
    expect(shown?.words).toContain(words);
  });

  it('flags an attestation in force that measurements contradict', () => {
    const attestation = decisionFixture({
      state: 'approved',
      validFrom: 0,
      validTo: 1,
    });
    const view = toCriterionView(
      attestationCard({
        attestation,
        contradicted: true,
        others: [measurementFixture()],
      }),
      options,
    );
    expect(view.attestation?.state).toBe('contradicted');
    expect(view.contradictedBy?.measurement.value).toBe('94.7%');
  });
});

function attestationCard(part: Partial<CriterionCard>): CriterionCard {
  return {
    criterion: {
      id: 'x',
      level: 3,
      kind: 'attestation',
      title: { en: 'X', 'zh-CN': 'X' },
      statement: { en: 'It is so.', 'zh-CN': '如此。' },
      provenance: { kind: 'inferred', source: 'us' },
      contradictedBy: {
        metric: 'automated-release-rate',
        statistic: 'value',
        operator: '<',
        threshold: 0.99,
      },
    },
    result: { outcome: 'undecided', reason: 'attestation-missing' },
    atRisk: false,
    ...part,
  };
}
