import type {
  CriterionOutcome,
  Measurement,
} from '@devops-scorecards/plugin-maturity-common';
import { englishTexts } from '../testing/englishTexts';
import {
  cardFixture,
  criterionFixture,
  measurementFixture,
} from '../fixtures/scorecardFixture';
import { toCriterionView } from './criterionView';

const options = { texts: englishTexts(), timeZone: 'UTC' };

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
    expect(view.measurement?.value).toBe('30 min');
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
});
