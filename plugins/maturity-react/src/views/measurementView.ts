import {
  AVAILABILITY_TARGET_ANNOTATION,
  RECOVERY_TIME_OBJECTIVE_ANNOTATION,
  TEAM_SIZE_ANNOTATION,
  type Measurement,
  type Statistic,
  type SubjectSetting,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import { formatDate, formatNumber, formatValue } from '../format';
import type { Texts } from '../language';

/** A measurement ready to be shown. @public */
export interface MeasurementView {
  /** Formatted; absent where there is no value, which is never 0. */
  value?: string;
  /** `mean`, `median`; absent for plain values. */
  statistic?: string;
  /** `n = 31`; `8 outages` where that is what is counted. */
  sample: string;
  /** `18 of 19`, for ratios. */
  share?: string;
  /** What else a reader must know: too few, open items, unknown kinds. */
  notes: string[];
  /** Settings that the entity lacks, as sentences that ask for them. */
  asks: string[];
  generated: boolean;
  /** Which number this is, so that it can be taken apart. */
  metric: string;
  window: TimeWindow;
}

const SETTINGS: Record<SubjectSetting, string> = {
  'team-size': TEAM_SIZE_ANNOTATION,
  'recovery-time-objective': RECOVERY_TIME_OBJECTIVE_ANNOTATION,
  'availability-target': AVAILABILITY_TARGET_ANNOTATION,
  owner: 'spec.owner',
};

/**
 * Sentences that ask for the settings without which a metric cannot be
 * decided, each with the annotation to set.
 *
 * @public
 */
export function settingsAsked(
  needs: readonly SubjectSetting[] | undefined,
  texts: Texts,
): string[] {
  return (needs ?? []).map(setting =>
    texts.t(`needs.${setting}`, { annotation: SETTINGS[setting] }),
  );
}

/**
 * The number that a criterion judges.
 *
 * @public
 */
export function statisticOf(
  measurement: Pick<Measurement, 'value' | 'statistic' | 'distribution'>,
  statistic: Statistic,
): number | undefined {
  if (measurement.value === undefined) {
    return undefined;
  }
  return statistic === measurement.statistic || statistic === 'value'
    ? measurement.value
    : measurement.distribution?.[statistic];
}

/** A measurement in words. @public */
export function toMeasurementView(options: {
  measurement: Measurement;
  statistic?: Statistic;
  texts: Texts;
  /** IANA zone that days are cut in. */
  timeZone: string;
}): MeasurementView {
  const { measurement, texts, timeZone } = options;
  const statistic = options.statistic ?? measurement.statistic;
  const value = statisticOf(measurement, statistic);
  return {
    value:
      value === undefined
        ? undefined
        : formatValue({ value, unit: measurement.unit, texts }),
    statistic:
      statistic === 'value' ? undefined : texts.t(`statistic.${statistic}`),
    sample: sampleOf(measurement, texts),
    share: shareOf(measurement, texts),
    notes: [
      ...notesOf(measurement, texts),
      ...connectionNotes(measurement, texts, timeZone),
    ],
    asks: settingsAsked(measurement.needs, texts),
    generated: measurement.generated,
    metric: measurement.metric,
    window: measurement.window,
  };
}

/**
 * Whether numerator and denominator of a ratio are numbers of what was counted;
 * of availability and error budgets they are milliseconds.
 *
 * @public
 */
export function countsItems(
  measurement: Pick<Measurement, 'unit' | 'n' | 'denominator'>,
): boolean {
  const { unit, n, denominator } = measurement;
  return unit === 'ratio' && denominator === n;
}

function count(value: number, texts: Texts): string {
  return formatNumber({ value, texts, digits: 0 });
}

/** Metrics whose items are outages, though their value is a share of time. */
const OF_OUTAGES: readonly string[] = ['availability', 'error-budget'];

function sampleOf({ metric, n }: Measurement, texts: Texts): string {
  return OF_OUTAGES.includes(metric)
    ? texts.t('value.outages', { count: n })
    : texts.t('value.sample', { n: count(n, texts) });
}

function shareOf(measurement: Measurement, texts: Texts): string | undefined {
  const { numerator, denominator } = measurement;
  if (!countsItems(measurement) || numerator === undefined || !denominator) {
    return undefined;
  }
  return texts.t('value.ofWhich', {
    numerator: count(numerator, texts),
    denominator: count(denominator, texts),
  });
}

/**
 * The owner whose services were counted, as people say it.
 *
 * @public
 */
export function ownerName({ owner }: { owner: string }): string {
  return owner.slice(owner.indexOf('/') + 1);
}

function notesOf(measurement: Measurement, texts: Texts): string[] {
  const { t } = texts;
  const notes: string[] = [];
  switch (measurement.status) {
    case 'insufficient':
      notes.push(
        t('status.insufficient', {
          n: count(measurement.n, texts),
          minimum: count(measurement.minimum, texts),
        }),
      );
      break;
    case 'none':
      notes.push(t('status.none'));
      break;
    case 'no-source':
      // What lacks a setting asks for it in a sentence of its own.
      if (!measurement.needs?.length) {
        notes.push(t('status.noSource'));
      }
      break;
    case 'stale':
      notes.push(t('status.stale'));
      break;
    case 'error':
      notes.push(t('status.error'));
      break;
    default:
  }
  if (measurement.open > 0) {
    notes.push(t('value.open', { count: measurement.open }));
  }
  if (measurement.portfolio) {
    const owner = ownerName(measurement.portfolio);
    notes.push(t('value.inherited', { owner }));
    if (measurement.unknown) {
      notes.push(t('value.unseen', { count: measurement.unknown }));
    }
  } else if (measurement.unknown) {
    // The unknown items of a ratio are among those counted.
    const all =
      countsItems(measurement) && measurement.unknown === measurement.n;
    notes.push(
      t(all ? 'value.unknownAll' : 'value.unknown', {
        count: measurement.unknown,
      }),
    );
  }
  return notes;
}

/**
 * Since when the source is connected and until when it was, where that explains
 * the value: a rate is then a lower bound, and a small sample need not stay
 * small.
 */
function connectionNotes(
  measurement: Measurement,
  texts: Texts,
  timeZone: string,
): string[] {
  const { connectedSince, connectedUntil, unit, status, value } = measurement;
  const ended =
    connectedUntil === undefined
      ? []
      : [
          texts.t('value.connectedUntil', {
            date: formatDate({ at: connectedUntil, texts, timeZone }),
          }),
        ];
  if (connectedSince === undefined) {
    return ended;
  }
  const date = formatDate({ at: connectedSince, texts, timeZone });
  if (status === 'insufficient') {
    return [texts.t('value.connectedSince', { date }), ...ended];
  }
  return value !== undefined && (unit === 'per-day' || unit === 'count')
    ? [texts.t('value.lowerBound', { date }), ...ended]
    : ended;
}
