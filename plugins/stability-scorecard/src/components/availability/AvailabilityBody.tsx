import { useMemo } from 'react';
import type { Entity } from '@backstage/catalog-model';
import type {
  CalendarStatus,
  IncidentRecord,
  Measurement,
} from '@devops-scorecards/plugin-maturity-common';
import {
  formatValue,
  MeasurementDoor,
  MeasurementValue,
  paletteFor,
  pickText,
  toMeasurementView,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import {
  agreedAvailability,
  toErrorBudgetView,
  toSessionCalendarView,
  toTimeShareView,
} from '../../views/availabilityView';
import { downtimeAroundTheClock, toServiceDays } from '../../views/serviceDays';
import { MOST_INCIDENTS } from '../incidents/useIncidents';
import { measurementOf, type Measurements } from '../page/useMeasurements';
import { DayStrip } from './DayStrip';
import { ErrorBudgetBar } from './ErrorBudgetBar';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    columns: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))',
      gap: theme.spacing(2, 4),
      marginBottom: theme.spacing(2),
      fontSize: '0.875rem',
      fontVariantNumeric: 'tabular-nums',
    },
    figure: { fontSize: '1.75rem', fontWeight: 600, lineHeight: 1.25 },
    line: { margin: 0 },
    muted: { margin: 0, fontSize: '0.8125rem', color: palette.muted },
    warning: {
      margin: 0,
      fontSize: '0.8125rem',
      fontWeight: 600,
      color: palette.verdict.stale,
    },
    facts: {
      margin: 0,
      '& dt': { color: palette.muted, fontSize: '0.8125rem' },
      '& dd': { margin: theme.spacing(0, 0, 0.5) },
    },
  };
});

/** A duration that is told in hours. */
const HOURS = 6 * 60 * 60_000;

/** The numbers of a window, its error budget and its days. */
export function AvailabilityBody(props: {
  entity: Entity;
  timeZone: string;
  measurements: Measurements;
  incidents: IncidentRecord[];
  calendars: CalendarStatus[];
}) {
  const { entity, timeZone, measurements, incidents, calendars } = props;
  const words = useStabilityTexts();
  const { t, texts } = words;
  const classes = useStyles();
  const availability = measurementOf(measurements, 'availability');
  const budget = measurementOf(measurements, 'error-budget');
  const outageDays = measurementOf(measurements, 'reportable-outage-days');
  const session = useMemo(
    () => toSessionCalendarView(entity, calendars, words),
    [entity, calendars, words],
  );
  const { calendar } = session;
  const span = useMemo(
    () => availability && watchedOf({ availability, incidents }),
    [availability, incidents],
  );
  const days = useMemo(
    () => (span ? toServiceDays({ ...span, calendar, timeZone }) : []),
    [span, calendar, timeZone],
  );
  if (!availability) {
    return null;
  }
  const view = toTimeShareView(availability, { ...words, timeZone });
  const target = agreedAvailability(entity, budget);
  const connected = availability.status !== 'no-source';
  const time = (ms: number) =>
    formatValue({ value: ms, unit: 'duration', texts });
  // A day of service is seldom one of 24 hours, so it is told in hours.
  const hours = (ms: number) =>
    formatValue({ value: ms, unit: 'duration', texts, digits: 0, like: HOURS });
  const { numerator, denominator } = availability;
  const outageDaysTitle = measurements.definitions.find(
    ({ id }) => id === outageDays?.metric,
  )?.title;
  return (
    <>
      <div className={classes.columns}>
        <div>
          <div className={view.value ? classes.figure : undefined}>
            <MeasurementDoor
              measurement={availability}
              label={texts.t('measurement.open', {
                value: view.value ?? texts.t('value.missing'),
              })}
            >
              {view.value ?? texts.t('value.missing')}
            </MeasurementDoor>
          </div>
          <p className={classes.muted}>
            {[
              target
                ? t('availability.target', { target })
                : t('availability.noTarget'),
              connected
                ? t('availability.outages', { count: availability.n })
                : undefined,
              ...view.notes.filter(
                note => !availability.unknown || !isUnknownNote(note),
              ),
              availability.unknown
                ? t('availability.unknownImpact', {
                    count: availability.unknown,
                  })
                : undefined,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {!connected && (
            <p className={classes.line}>{t('availability.connect')}</p>
          )}
        </div>
        <ErrorBudgetBar
          view={budget && toErrorBudgetView(budget, { ...words, timeZone })}
          measurement={
            budget &&
            toMeasurementView({ measurement: budget, texts, timeZone })
          }
          impossible={budget?.status === 'none'}
        />
        <div>
          <dl className={classes.facts}>
            {numerator !== undefined && denominator !== undefined && (
              <>
                <dt>{t('availability.downtime')}</dt>
                <dd>
                  <strong>{time(denominator - numerator)}</strong>{' '}
                  {t('availability.serviceTime', { time: hours(denominator) })}
                </dd>
                <dt>{t('availability.aroundTheClock')}</dt>
                <dd>
                  <strong>{time(downtimeAroundTheClock(span!))}</strong>{' '}
                  {t('availability.aroundHint')}
                </dd>
              </>
            )}
            <dt>{t('availability.calendar')}</dt>
            <dd>{session.title}</dd>
          </dl>
          <p className={session.warns ? classes.warning : classes.muted}>
            {session.until}
          </p>
          {session.problem && (
            <p className={classes.muted}>{session.problem}</p>
          )}
          {connected && outageDays && outageDaysTitle && (
            <p className={classes.line}>
              {pickText(texts, outageDaysTitle)}:{' '}
              <MeasurementValue
                measurement={toMeasurementView({
                  measurement: outageDays,
                  texts,
                  timeZone,
                })}
              />
            </p>
          )}
        </div>
      </div>
      {connected && <DayStrip days={days} timeZone={timeZone} />}
      {incidents.length >= MOST_INCIDENTS && (
        <p className={classes.muted}>
          {t('availability.cut', {
            most: String(MOST_INCIDENTS),
          })}
        </p>
      )}
    </>
  );

  /** The general word for what is unknown; here it is said what is. */
  function isUnknownNote(note: string): boolean {
    return (
      note === texts.t('value.unknown', { count: availability?.unknown ?? 0 })
    );
  }
}

/** The window as far as it has passed, and since when somebody watched. */
function watchedOf(options: {
  availability: Measurement;
  incidents: IncidentRecord[];
}) {
  const { availability, incidents } = options;
  const { window, asOf, status, connectedSince } = availability;
  const { connectedUntil = asOf } = availability;
  return {
    incidents,
    window: {
      from: window.from,
      to: Math.min(window.to, asOf, connectedUntil),
    },
    connectedSince:
      status === 'no-source' ? undefined : connectedSince ?? window.from,
  };
}
