import { useState } from 'react';
import {
  formatNumber,
  paletteFor,
  useMaturityPalette,
  type MaturityPalette,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import type { DiscoveryView } from '../../views/discoveryView';
import type { DetectorKind } from '../../views/incidentView';
import { DetectorWord } from '../incidents/DetectorWord';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    bar: {
      display: 'block',
      width: '100%',
      height: 28,
      margin: theme.spacing(1, 0),
    },
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      fontSize: '0.875rem',
      fontVariantNumeric: 'tabular-nums',
    },
    entry: {
      display: 'grid',
      gridTemplateColumns: '18px 1fr max-content 4em',
      columnGap: theme.spacing(1),
      alignItems: 'center',
      padding: theme.spacing(0.25, 0),
    },
    right: { textAlign: 'right' },
    total: {
      margin: theme.spacing(0.5, 0, 0),
      fontSize: '0.8125rem',
      color: palette.muted,
    },
  };
});

/** How wide the lines of a filling are and which way they go; 0 is none. */
const LOOKS: Record<
  DetectorKind,
  { colour: (palette: MaturityPalette) => string; lines: number; turn: number }
> = {
  monitoring: { colour: ({ level }) => level[3], lines: 6, turn: 0 },
  inspection: { colour: ({ level }) => level[4], lines: 3, turn: 45 },
  user: { colour: ({ verdict }) => verdict.fail, lines: 3, turn: -45 },
  regulator: { colour: ({ level }) => level[5], lines: 3, turn: 90 },
  unknown: { colour: ({ muted }) => muted, lines: 1, turn: 0 },
};

let bars = 0;

/** The faults as one bar, divided by who noticed them, with their numbers. */
export function DiscoveryBar(props: { view: DiscoveryView }) {
  const { n, parts, summary } = props.view;
  const { texts } = useStabilityTexts();
  const classes = useStyles();
  const [id] = useState(() => `stability-discovery-${bars++}`);
  let start = 0;
  return (
    <>
      <svg
        className={classes.bar}
        role="img"
        aria-label={summary}
        focusable="false"
      >
        {parts.map(({ detector, share }) => {
          const x = start;
          start += share;
          return (
            <g key={detector}>
              <Filling id={`${id}-${detector}`} detector={detector} />
              {share > 0 && (
                <Part
                  x={`${x * 100}%`}
                  width={`${share * 100}%`}
                  detector={detector}
                  filling={`${id}-${detector}`}
                />
              )}
            </g>
          );
        })}
      </svg>
      <ul className={classes.list}>
        {parts.map(({ detector, count, shown }) => (
          <li key={detector} className={classes.entry}>
            <svg width="16" height="16" aria-hidden="true" focusable="false">
              <Part
                x="0"
                width="100%"
                detector={detector}
                filling={`${id}-${detector}`}
              />
            </svg>
            <DetectorWord detector={detector} />
            <span className={classes.right}>
              {formatNumber({ value: count, texts, digits: 0 })}
            </span>
            <span className={classes.right}>{shown}</span>
          </li>
        ))}
      </ul>
      <p className={classes.total}>
        {texts.t('value.sample', { n: String(n) })}
      </p>
    </>
  );
}

function Part(props: {
  x: string;
  width: string;
  detector: DetectorKind;
  filling: string;
}) {
  const { x, width, detector, filling } = props;
  const palette = useMaturityPalette();
  return (
    <rect
      x={x}
      width={width}
      y="1"
      height="calc(100% - 2px)"
      fill={`url(#${filling})`}
      stroke={LOOKS[detector].colour(palette)}
      strokeWidth="1.5"
      strokeDasharray={detector === 'unknown' ? '4 3' : undefined}
    />
  );
}

/** Every detector's part has a filling of its own, so that none needs its colour. */
function Filling(props: { id: string; detector: DetectorKind }) {
  const { id, detector } = props;
  const palette = useMaturityPalette();
  const { colour, lines, turn } = LOOKS[detector];
  return (
    <pattern
      id={id}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${turn})`}
    >
      <line
        x1="3"
        x2="3"
        y2="6"
        stroke={colour(palette)}
        strokeWidth={lines}
        strokeOpacity={lines < 2 ? 0.5 : 1}
      />
    </pattern>
  );
}
