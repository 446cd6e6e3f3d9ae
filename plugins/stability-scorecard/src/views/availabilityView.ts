import type { Entity } from '@backstage/catalog-model';
import {
  AROUND_THE_CLOCK,
  AVAILABILITY_TARGET_ANNOTATION,
  SESSION_CALENDAR_ANNOTATION,
  type Calendar,
  type CalendarStatus,
  type Measurement,
} from '@devops-scorecards/plugin-maturity-common';
import {
  formatAgainst,
  formatNumber,
  formatValue,
  pickText,
  toMeasurementView,
  type MeasurementView,
  type Texts,
} from '@devops-scorecards/plugin-maturity-react';
import type { StabilityTexts } from '../translation';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Days ahead from which it is said that a calendar ends. */
const SOON = 60;

/** 99.95 % and 99.99 % are agreed, so three digits tell them apart. */
const DIGITS = 3;

/** Overspent by this many budgets and more, percents are hard to read. */
const MANY_TIMES = 9;

/** The service hours of an entity in words. */
export interface SessionCalendarView {
  calendar: Calendar;
  title: string;
  /** Until when its dates are known. */
  until: string;
  /** The dates end soon or have ended. */
  warns: boolean;
  /** What is wrong with how the entity names it. */
  problem?: string;
}

/**
 * The calendar that an entity names, else around the clock.
 *
 * @param calendars - those that the portal has
 */
export function toSessionCalendarView(
  entity: Entity,
  calendars: readonly CalendarStatus[],
  words: StabilityTexts,
): SessionCalendarView {
  const { t, texts } = words;
  const id = entity.metadata.annotations?.[SESSION_CALENDAR_ANNOTATION]?.trim();
  const found = calendars.find(
    ({ calendar }) => calendar.use === 'session' && calendar.id === id,
  );
  const calendar = found?.calendar ?? AROUND_THE_CLOCK;
  return {
    calendar,
    title: pickText(texts, calendar.title),
    ...untilOf(found ?? { calendar }, words),
    problem: problemOf(),
  };

  function problemOf(): string | undefined {
    if (!id) {
      return t('availability.defaultCalendar', {
        annotation: SESSION_CALENDAR_ANNOTATION,
      });
    }
    return found || id === AROUND_THE_CLOCK.id
      ? undefined
      : t('availability.calendarUnknown', { id });
  }
}

function untilOf(
  status: CalendarStatus,
  { t, texts }: StabilityTexts,
): Pick<SessionCalendarView, 'until' | 'warns'> {
  const { calendar, daysLeft } = status;
  if (calendar.until === undefined) {
    return { until: t('availability.noEnd'), warns: false };
  }
  // A date on the calendar's own clock, whatever the reader's zone.
  const date = new Intl.DateTimeFormat(texts.locale, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }).format(Date.parse(calendar.until));
  if (daysLeft !== undefined && daysLeft < 0) {
    return { until: t('availability.untilPassed', { date }), warns: true };
  }
  return daysLeft !== undefined && daysLeft <= SOON
    ? { until: t('availability.untilSoon', { count: daysLeft }), warns: true }
    : { until: t('availability.until', { date }), warns: false };
}

/**
 * A share of time in words. Its numerator and denominator are times and told
 * apart; what was not all of it never reads "100 %".
 */
export function toTimeShareView(
  measurement: Measurement,
  options: StabilityTexts & { timeZone: string },
): MeasurementView {
  const { texts, timeZone } = options;
  const view = toMeasurementView({ measurement, texts, timeZone });
  const { value } = measurement;
  return {
    ...view,
    share: undefined,
    value: value === undefined ? undefined : shareOfTime(value, texts),
  };
}

function shareOfTime(value: number, texts: Texts): string {
  const unit = 'ratio';
  const shown = formatValue({ value, unit, texts, digits: DIGITS });
  return value < 1 && shown === formatValue({ value: 1, unit, texts })
    ? formatAgainst({ value, threshold: 1, unit, texts }).value
    : shown;
}

/** The availability that was agreed, as the entity says it; absent where it says none that counts. */
export function agreedAvailability(
  entity: Entity,
  errorBudget: Measurement | undefined,
): string | undefined {
  const text = entity.metadata.annotations?.[AVAILABILITY_TARGET_ANNOTATION];
  return errorBudget?.needs?.includes('availability-target') ? undefined : text;
}

/** The error budget in words and as lengths. */
export interface ErrorBudgetView {
  measurement: MeasurementView;
  /** `42 % left`, `overspent by 130 %`, or `55 times the budget used`. */
  state: string;
  overspent: boolean;
  /** `12 min of 43 min used`. */
  used: string;
  /** Share of the bar that is left, 0 to 1. */
  left: number;
  /** All of it in one sentence. */
  summary: string;
}

/** What is left of the downtime that was agreed; absent where that is not known. */
export function toErrorBudgetView(
  measurement: Measurement,
  options: StabilityTexts & { timeZone: string },
): ErrorBudgetView | undefined {
  const { t, texts } = options;
  const { value, numerator, denominator } = measurement;
  if (
    value === undefined ||
    numerator === undefined ||
    denominator === undefined
  ) {
    return undefined;
  }
  const overspent = value < 0;
  const state = overspent ? overspentBy(-value) : leftOf(value);
  // Both in the unit of the longer, so that they can be compared.
  const spentTime = denominator - numerator;
  const longer = Math.max(spentTime, denominator);
  const shorter = Math.min(spentTime, denominator);
  const time = (ms: number) =>
    formatValue({
      ...{ value: ms, unit: 'duration', texts, like: longer },
      // Minutes told in hours, or seconds in minutes, need one more.
      digits: shorter < MINUTE || (shorter < HOUR && longer >= HOUR) ? 2 : 1,
    });
  const spent = { used: time(spentTime), total: time(denominator) };
  return {
    measurement: toTimeShareView(measurement, options),
    state,
    overspent,
    used: t('budget.used', spent),
    left: Math.min(1, Math.max(0, value)),
    summary: t('budget.summary', { state, ...spent }),
  };

  function leftOf(share: number): string {
    return t('budget.left', { share: shareOfTime(share, texts) });
  }

  function overspentBy(share: number): string {
    return share < MANY_TIMES
      ? t('budget.over', {
          // Beyond twice as much, tenths of a percent say nothing.
          share: formatValue({
            value: share,
            unit: 'ratio',
            texts,
            digits: share > 1 ? 0 : 1,
          }),
        })
      : t('budget.times', {
          times: formatNumber({ value: share + 1, texts, digits: 0 }),
        });
  }
}
