import { useId, useRef, useState, type KeyboardEvent } from 'react';
import {
  formatDate,
  formatValue,
  paletteFor,
  TrendFigure,
  useMaturityPalette,
  VisuallyHidden,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useStabilityTexts, type StabilityTexts } from '../../translation';
import type { ServiceDay, ServiceDayState } from '../../views/serviceDays';
import { DayMark } from './DayMark';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    strip: {
      display: 'grid',
      // All days of a window side by side, however narrow the page.
      gridAutoFlow: 'column',
      gridAutoColumns: 'minmax(0, 1fr)',
      gap: 2,
      [theme.breakpoints.down('sm')]: { gap: 1 },
    },
    day: {
      padding: 0,
      height: 48,
      border: 0,
      background: 'none',
      cursor: 'default',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 1,
      },
    },
    under: {
      display: 'flex',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
      marginTop: theme.spacing(0.5),
      fontSize: '0.75rem',
      color: palette.muted,
    },
    chosen: {
      margin: 0,
      fontSize: '0.8125rem',
      lineHeight: '20px',
      fontVariantNumeric: 'tabular-nums',
    },
    legend: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 2),
      listStyle: 'none',
      margin: 0,
      padding: 0,
      fontSize: '0.8125rem',
      color: palette.muted,
    },
    entry: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
  };
});

/** Pixels of the strip with what stands under it. */
const HEIGHT = 124;

/** On phones, where the words take more lines. */
const HEIGHT_NARROW = 172;

const STATES: ServiceDayState[] = ['clear', 'down', 'closed', 'unknown'];

const LEGEND = {
  clear: 'days.legendClear',
  down: 'days.legendDown',
  closed: 'days.legendClosed',
  unknown: 'days.legendUnknown',
} as const;

/** One cell a day; arrow keys go from day to day, and a table says the same. */
export function DayStrip(props: { days: ServiceDay[]; timeZone: string }) {
  const { days, timeZone } = props;
  const words = useStabilityTexts();
  const { t, texts } = words;
  const classes = useStyles();
  const { muted } = useMaturityPalette();
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'));
  const hint = useId();
  const strip = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number>();
  if (days.length === 0) {
    return null;
  }
  // The newest day is the way in.
  const current = Math.min(at ?? days.length - 1, days.length - 1);
  const date = (day: ServiceDay) =>
    formatDate({ at: day.from, texts, timeZone });
  const said = (day: ServiceDay) => `${date(day)}: ${stateWords(day, words)}`;

  const summary = t('days.summary', {
    days: String(days.length),
    parts: new Intl.ListFormat(texts.locale).format(
      STATES.flatMap(state => {
        const count = days.filter(day => day.state === state).length;
        return count > 0
          ? t(`days.count.${state}`, { days: String(count) })
          : [];
      }),
    ),
  });

  const move = (event: KeyboardEvent) => {
    const to = targetOf(event.key, current, days.length);
    if (to === undefined) {
      return;
    }
    event.preventDefault();
    setAt(to);
    strip.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <TrendFigure
      title={t('days.title')}
      height={narrow ? HEIGHT_NARROW : HEIGHT}
      columns={[
        t('days.day'),
        t('days.state'),
        t('days.service'),
        t('days.downtime'),
      ]}
      rows={[...days].reverse().map(day => ({
        key: String(day.from),
        cells: [
          date(day),
          t(LEGEND[day.state]),
          duration(day.service, words),
          day.state === 'unknown' ? '–' : duration(day.downtime, words),
        ],
      }))}
      chart={
        <>
          <VisuallyHidden>
            <span id={hint}>{t('days.hint')}</span>
          </VisuallyHidden>
          {/* Arrow keys add to what the buttons inside do by themselves. */}
          {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus */}
          <div
            ref={strip}
            role="toolbar"
            aria-label={summary}
            aria-describedby={hint}
            className={classes.strip}
            onKeyDown={move}
          >
            {days.map((day, index) => (
              <button
                key={day.from}
                type="button"
                className={classes.day}
                tabIndex={index === current ? 0 : -1}
                aria-label={said(day)}
                title={said(day)}
                onFocus={() => setAt(index)}
                onClick={() => setAt(index)}
              >
                <DayMark state={day.state} />
              </button>
            ))}
          </div>
          <div className={classes.under} aria-hidden="true">
            <span>{date(days[0])}</span>
            <span>{date(days[days.length - 1])}</span>
          </div>
          <p className={classes.chosen} aria-hidden="true">
            {at === undefined ? summary : said(days[current])}
          </p>
          <ul className={classes.legend}>
            {STATES.map(state => (
              <li
                key={state}
                className={classes.entry}
                style={{ color: muted }}
              >
                <span style={{ width: 12, height: 16, display: 'inline-flex' }}>
                  <DayMark state={state} />
                </span>
                {t(LEGEND[state])}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}

function duration(value: number, { texts }: StabilityTexts): string {
  return formatValue({ value, unit: 'duration', texts });
}

function stateWords(day: ServiceDay, words: StabilityTexts): string {
  return day.state === 'down'
    ? words.t('days.down', { time: duration(day.downtime, words) })
    : words.t(`days.${day.state}`);
}

function targetOf(
  key: string,
  current: number,
  length: number,
): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, current - 1);
    case 'ArrowRight':
      return Math.min(length - 1, current + 1);
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return undefined;
  }
}
