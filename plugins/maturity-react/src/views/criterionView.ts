import type {
  Criterion,
  CriterionCard,
  EpochMs,
  Evidence,
  FactKind,
  Level,
  Measurement,
  MetricCondition,
  MetricUnit,
  Provenance,
} from '@devops-scorecards/plugin-maturity-common';
import { formatAgainst, formatValue } from '../format';
import { pickText, type Texts } from '../language';
import { toAttestationView, type AttestationView } from './attestationView';
import {
  ownerName,
  settingsAsked,
  statisticOf,
  toMeasurementView,
  type MeasurementView,
} from './measurementView';
import { toVerdictView, type VerdictView } from './verdictView';

/** A threshold with its sign and in words. @public */
export interface ThresholdView {
  /** `≥ 95 %`. */
  sign: string;
  /** `at least 95 %`. */
  words: string;
}

/** A limit on a metric with what was measured. @public */
export interface ConditionView {
  metric: string;
  threshold: ThresholdView;
  measurement: MeasurementView;
}

/** One criterion ready to be shown. @public */
export interface CriterionView {
  id: string;
  level: Level;
  title: string;
  verdict: VerdictView;
  atRisk: boolean;
  /** What is asked for, where it is neither a threshold nor a statement. */
  demand?: string;
  threshold?: ThresholdView;
  measurement?: MeasurementView;
  /** Why it is undecided, and what that means. */
  reason?: string;
  guidance?: string;
  effort?: 'S' | 'M' | 'L';
  provenance: { kind: Provenance['kind']; source: string; note?: string };
  /** Other proof that is as good: all of these together. */
  alternative: ConditionView[];
  /** What measures the opposite of what is attested. */
  contradictedBy?: ConditionView;
  /** Present on attestation criteria. */
  attestation?: AttestationView;
  mustHave: boolean;
  /** Sentences that ask for settings the entity lacks. */
  asks: string[];
  /** Fact kinds that no source is connected for. */
  missing: FactKind[];
  metric?: string;
  unit?: MetricUnit;
  evidence: Evidence[];
  /** How many facts the value rests on; more than `evidence` may hold. */
  evidenceTotal: number;
  /** Whose services were counted, where the value is inherited. */
  owner?: string;
}

const OPERATORS = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' } as const;
const OPERATOR_WORDS = {
  '>=': 'operator.atLeast',
  '>': 'operator.moreThan',
  '<=': 'operator.atMost',
  '<': 'operator.lessThan',
} as const;

/** A threshold in its unit. @public */
export function toThresholdView(options: {
  operator: MetricCondition['operator'];
  /** Already formatted. */
  threshold: string;
  texts: Texts;
}): ThresholdView {
  const { operator, threshold, texts } = options;
  return {
    sign: `${OPERATORS[operator]} ${threshold}`,
    words: texts.t(OPERATOR_WORDS[operator], { threshold }),
  };
}

/** Fact kinds in words. @public */
export function kindWords(kinds: readonly FactKind[], texts: Texts): string {
  return new Intl.ListFormat(texts.locale, { type: 'conjunction' }).format(
    kinds.map(kind => texts.t(`kind.${kind}`)),
  );
}

/** A criterion with its verdict, value and threshold in words. @public */
export function toCriterionView(
  card: CriterionCard,
  options: {
    texts: Texts;
    /** IANA zone that days are cut in. */
    timeZone: string;
    /** When the scorecard is about. */
    asOf: EpochMs;
  },
): CriterionView {
  const { texts } = options;
  const { criterion, result, measurement } = card;
  return {
    id: criterion.id,
    level: criterion.level,
    title: pickText(texts, criterion.title),
    verdict: toVerdictView(result, texts),
    atRisk: card.atRisk,
    demand: demandOf(criterion, texts),
    ...numbersOf(criterion, measurement, options),
    reason: reasonOf(card, texts),
    guidance: criterion.guidance && pickText(texts, criterion.guidance),
    effort: criterion.effort,
    provenance: {
      kind: criterion.provenance.kind,
      source: criterion.provenance.source,
      note:
        criterion.provenance.note && pickText(texts, criterion.provenance.note),
    },
    ...otherConditions(card, options),
    attestation:
      criterion.kind === 'attestation'
        ? toAttestationView(card, options)
        : undefined,
    mustHave: criterion.mustHave ?? false,
    asks: settingsAsked(measurement?.needs, texts),
    missing: measurement?.missing ?? [],
    metric: criterion.kind === 'metric' ? criterion.metric : undefined,
    unit: measurement?.unit,
    evidence: measurement?.evidence ?? [],
    evidenceTotal: measurement ? measurement.n + measurement.open : 0,
    owner: measurement?.portfolio && ownerName(measurement.portfolio),
  };
}

function numbersOf(
  criterion: Criterion,
  measurement: Measurement | undefined,
  options: { texts: Texts; timeZone: string },
): Pick<CriterionView, 'threshold' | 'measurement'> {
  return criterion.kind === 'metric' && measurement
    ? toConditionView(criterion, measurement, options)
    : {};
}

function otherConditions(
  card: CriterionCard,
  options: { texts: Texts; timeZone: string },
): Pick<CriterionView, 'alternative' | 'contradictedBy'> {
  const { criterion, others = [] } = card;
  const view = (condition: MetricCondition) => {
    const measured = [card.measurement, ...others].find(
      one => one?.metric === condition.metric,
    );
    return measured ? [toConditionView(condition, measured, options)] : [];
  };
  return {
    alternative:
      criterion.kind === 'metric'
        ? (criterion.alternative ?? []).flatMap(view)
        : [],
    contradictedBy:
      criterion.kind === 'attestation' && criterion.contradictedBy
        ? view(criterion.contradictedBy)[0]
        : undefined,
  };
}

/** A limit and the value beside it, with enough digits to tell them apart. */
function toConditionView(
  condition: MetricCondition,
  measurement: Measurement,
  options: { texts: Texts; timeZone: string },
): ConditionView {
  const { texts } = options;
  const { metric, operator, statistic } = condition;
  const { unit } = measurement;
  const shown = toMeasurementView({ measurement, statistic, ...options });
  const value = statisticOf(measurement, statistic);
  if (value === undefined) {
    const threshold = formatValue({
      value: condition.threshold,
      unit,
      texts,
      digits: 2,
    });
    return {
      metric,
      threshold: toThresholdView({ operator, threshold, texts }),
      measurement: shown,
    };
  }
  const pair = formatAgainst({
    value,
    threshold: condition.threshold,
    unit,
    texts,
  });
  return {
    metric,
    threshold: toThresholdView({
      operator,
      threshold: pair.threshold,
      texts,
    }),
    measurement: { ...shown, value: pair.value },
  };
}

function demandOf(criterion: Criterion, texts: Texts): string | undefined {
  const { t } = texts;
  switch (criterion.kind) {
    case 'catalog':
      return criterion.oneOf
        ? t('criterion.catalogOneOf', {
            path: criterion.path,
            values: criterion.oneOf.join(', '),
          })
        : t('criterion.catalog', { path: criterion.path });
    case 'sustained': {
      const level = String(criterion.atLeast);
      const days = criterion.daysAgo.filter(day => day > 0).join(', ');
      return days
        ? t('criterion.sustained', { level, days })
        : t('criterion.sustainedNow', { level });
    }
    default:
      return undefined;
  }
}

function reasonOf(card: CriterionCard, texts: Texts): string | undefined {
  const { result, measurement } = card;
  const { t } = texts;
  if (result.outcome !== 'undecided') {
    return undefined;
  }
  switch (result.reason) {
    case 'no-source':
      // Without a kind that is missing it is a setting, which is asked for.
      return measurement?.missing?.length
        ? t('reason.noSource', { kinds: kindWords(measurement.missing, texts) })
        : undefined;
    case 'insufficient':
      return measurement?.n
        ? t('reason.insufficient', {
            n: String(measurement.n),
            minimum: String(measurement.minimum),
          })
        : t('reason.insufficientOpen');
    case 'stale':
      return t('reason.stale');
    case 'error':
      return t('reason.error', { reason: measurement?.reason ?? '–' });
    case 'attestation-missing':
      // Said once for all of them, by the list.
      return undefined;
    case 'nothing-happened':
      return t('reason.nothingHappened');
    default:
      return t('reason.historyMissing');
  }
}
