import type {
  ChangedInput,
  Criterion,
  CriterionOutcome,
  LocalizedText,
  VerdictChange,
} from '@devops-scorecards/plugin-maturity-common';
import { DateTime } from 'luxon';
import { formatThreshold, formatValue, type Language } from './formatValue';
import { SENTENCES, type Sentences } from './sentences';

/** Options of {@link explainChange}. */
export interface ExplainChangeOptions {
  /** Absent when nothing has been assessed yet. */
  change?: VerdictChange;
  /** Criteria of the model version that judged, by id. */
  criteria: ReadonlyMap<string, Criterion>;
  /** Titles of the metrics, by id. */
  metricTitles: ReadonlyMap<string, LocalizedText>;
  /** IANA zone in which dates are written. */
  timeZone: string;
}

/**
 * Causes that are the reason themselves. A new rule may judge by criteria that
 * the old one did not have, so that no input "went from" one value to another.
 */
const REASONS_ENOUGH: ReadonlySet<VerdictChange['cause']['kind']> = new Set([
  'first',
  'model',
] as const);

/**
 * Says in one sentence why the verdict is what it is: when it changed, from
 * what to what, the criterion that turned with its value, sample and
 * threshold, and the cause.
 */
export function explainChange(options: ExplainChangeOptions): LocalizedText {
  return {
    en: sentence(options, 'en'),
    'zh-CN': sentence(options, 'zh-CN'),
  };
}

/**
 * The input that explains a change best: of those that turned the way the
 * level went, the one at the highest level on the way up and at the lowest on
 * the way down.
 */
export function decisiveInput(
  change: VerdictChange,
  criteria: ReadonlyMap<string, Criterion>,
): ChangedInput | undefined {
  const from = change.from?.measured ?? 0;
  const to = change.to.measured ?? 0;
  const ranked = change.inputs
    .map(input => ({
      input,
      level: criteria.get(input.criterionId)?.level ?? 1,
      fits: to > from ? isPass(input.to) : to < from && !isPass(input.to),
    }))
    .sort(
      (a, b) =>
        Number(b.fits) - Number(a.fits) ||
        (to > from ? b.level - a.level : a.level - b.level) ||
        byCodeUnit(a.input.criterionId, b.input.criterionId),
    );
  if (to > from) {
    // What turned above the new level did not bring it about.
    const bringer = ranked.find(({ fits, level }) => fits && level <= to);
    return (bringer ?? ranked[0])?.input;
  }
  return ranked[0]?.input;
}

function sentence(options: ExplainChangeOptions, language: Language): string {
  const { change, criteria } = options;
  const text = SENTENCES[language];
  if (!change) {
    return text.notAssessed;
  }
  const input = REASONS_ENOUGH.has(change.cause.kind)
    ? undefined
    : decisiveInput(change, criteria);
  const reason = input && text.because(reasonOf(input, options, language));
  return (
    [
      headline(change, options.timeZone, text),
      reason ?? '',
      causeOf(change, options.timeZone, text),
      text.end,
    ]
      .join('')
      // A full-width bracket brings its own space.
      .replaceAll('） ', '）')
  );
}

function headline(
  change: VerdictChange,
  timeZone: string,
  text: Sentences,
): string {
  const date = formatDate(change.asOf, timeZone, text);
  const to = change.to.measured;
  if (change.cause.kind === 'first' || !change.from) {
    const { decided: k, total: n } = change.to;
    return text.first({ date, level: to, k, n });
  }
  const from = change.from.measured;
  if (from === to) {
    return text.stayed({ date, level: to });
  }
  if (from === undefined) {
    return text.became({ date, to: to! });
  }
  return to === undefined
    ? text.lost({ date, from })
    : text.moved({ date, from, to });
}

function reasonOf(
  input: ChangedInput,
  options: ExplainChangeOptions,
  language: Language,
): string {
  const text = SENTENCES[language];
  const criterion = options.criteria.get(input.criterionId);
  if (criterion?.kind !== 'metric' || !input.after) {
    return text.judged({
      title: input.title[language],
      before: input.from && text.outcome[input.from.outcome],
      after: text.outcome[input.to.outcome],
    });
  }
  const { threshold, operator, statistic } = criterion;
  const name =
    options.metricTitles.get(criterion.metric)?.[language] ??
    input.title[language];
  const kind = text.statistic[statistic];
  const { unit } = input.after;
  return text.measured({
    title: kind
      ? `${name}${language === 'en' ? ` (${kind})` : `（${kind}）`}`
      : name,
    before: input.before && describe(input.before, criterion, language),
    after: describe(input.after, criterion, language),
    needed: `${text.needed[operator]} ${formatThreshold(
      threshold,
      unit,
      language,
    )}`,
  });
}

function describe(
  measured: NonNullable<ChangedInput['after']>,
  criterion: Extract<Criterion, { kind: 'metric' }>,
  language: Language,
): string {
  const text = SENTENCES[language];
  const { status, unit, n, numerator } = measured;
  if (measured.value === undefined) {
    return status === 'insufficient'
      ? text.sample({ value: text.status[status], n })
      : text.status[status];
  }
  const value = formatValue(measured.value, unit, language, criterion);
  if (unit === 'ratio' && numerator !== undefined) {
    return text.share({ value, part: numerator, of: n });
  }
  return unit === 'duration' ? text.sample({ value, n }) : value;
}

function causeOf(
  change: VerdictChange,
  timeZone: string,
  text: Sentences,
): string {
  const { kind, event } = change.cause;
  switch (kind) {
    case 'event':
      return event ? text.event(event) : '';
    case 'restated':
      return event
        ? text.restated({
            id: event.id,
            source: event.source,
            date: formatDate(event.occurredAt, timeZone, text),
          })
        : '';
    case 'time':
      return text.time;
    case 'model':
      return text.model({ id: change.model, version: change.version });
    case 'catalog':
      return text.catalog;
    case 'decision':
      return event ? text.corrected(event) : text.decision;
    case 'expiry':
      return text.expiry;
    case 'calendar':
      return text.calendar;
    case 'portfolio':
      return text.portfolio;
    default:
      return '';
  }
}

function formatDate(at: number, timeZone: string, text: Sentences): string {
  return DateTime.fromMillis(at, { zone: timeZone, locale: 'en' }).toFormat(
    text.dateFormat,
  );
}

function isPass(outcome: CriterionOutcome): boolean {
  return outcome.outcome === 'pass';
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
