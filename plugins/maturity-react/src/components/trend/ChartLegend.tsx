import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { paletteFor, useMaturityPalette } from '../../theme';

const useStyles = makeStyles(theme => ({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    minHeight: 24,
    listStyle: 'none',
    margin: 0,
    padding: 0,
    fontSize: '0.8125rem',
    color: paletteFor(theme.palette.type).muted,
  },
  entry: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
  },
}));

/** How much of the page's ground the surface of what is possible covers. */
export const POSSIBLE_OPACITY = 0.12;

/** How a part of a chart is drawn. @public */
export type ChartMark =
  | 'measured'
  | 'proven'
  | 'unproven'
  | 'possible'
  | 'threshold'
  | 'few-points'
  | 'few-bars';

/** One part of a chart in words. @public */
export interface ChartLegendEntry {
  mark: ChartMark;
  word: string;
}

/** What the lines and surfaces of a chart mean. */
export function ChartLegend(props: { entries: ChartLegendEntry[] }) {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <ul className={classes.legend} aria-label={t('trend.legend')}>
      {props.entries.map(({ mark, word }) => (
        <li key={mark} className={classes.entry}>
          <svg width="22" height="12" aria-hidden="true" focusable="false">
            <Mark mark={mark} />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}

function Mark(props: { mark: ChartMark }) {
  const palette = useMaturityPalette();
  const hatch = useHatchId();
  const across = { x1: 0, x2: 22, y1: 6, y2: 6 };
  switch (props.mark) {
    case 'measured':
      return <line {...across} stroke={palette.level[4]} strokeWidth="2.5" />;
    case 'proven':
      return <line {...across} stroke={palette.muted} strokeWidth="1.25" />;
    case 'threshold':
      return (
        <line
          {...across}
          stroke={palette.verdict.fail}
          strokeWidth="2"
          strokeDasharray="5 3"
        />
      );
    case 'few-points':
      return (
        <circle
          cx="11"
          cy="6"
          r="3.5"
          fill="none"
          stroke={palette.level[4]}
          strokeWidth="1.5"
        />
      );
    case 'few-bars':
      return (
        <rect
          x="6.75"
          y="0.75"
          width="8.5"
          height="10.5"
          fill="none"
          stroke={palette.level[4]}
          strokeWidth="1.5"
        />
      );
    case 'unproven':
      return (
        <>
          <HatchPattern id={hatch} />
          <rect width="22" height="12" fill={`url(#${hatch})`} />
        </>
      );
    default:
      return (
        <rect
          width="22"
          height="12"
          fill={palette.muted}
          fillOpacity={POSSIBLE_OPACITY}
        />
      );
  }
}

let hatches = 0;

/** An id that no other hatch of the page has. */
export function useHatchId(): string {
  const [id] = useState(() => `maturity-chart-hatch-${hatches++}`);
  return id;
}

/** The surface between what is proven and what is measured. */
export function HatchPattern(props: { id: string }) {
  const palette = useMaturityPalette();
  return (
    <pattern
      id={props.id}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <line
        y2="6"
        stroke={palette.level[4]}
        strokeOpacity="0.55"
        strokeWidth="2"
      />
    </pattern>
  );
}
