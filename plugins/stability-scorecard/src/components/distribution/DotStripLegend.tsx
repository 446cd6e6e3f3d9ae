import {
  paletteFor,
  useMaturityPalette,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import type { DotStripView } from '../../views/dotStripView';
import { LINE_DASHES } from './lineDashes';

const useStyles = makeStyles(theme => ({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
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

/** What dots and lines mean; only what is in the picture. */
export function DotStripLegend(props: { view: DotStripView }) {
  const { dots, lines, hasOpen } = props.view;
  const { t } = useStabilityTexts();
  const classes = useStyles();
  const { level, muted } = useMaturityPalette();
  const circle = { cx: 7, cy: 6, r: 4, stroke: level[4], strokeWidth: 1.5 };
  return (
    <ul className={classes.legend}>
      {dots.some(({ open }) => !open) && (
        <li className={classes.entry}>
          <Sign>
            <circle {...circle} fill={level[4]} />
          </Sign>
          {t('distribution.dot')}
        </li>
      )}
      {hasOpen && (
        <li className={classes.entry}>
          <Sign>
            <circle {...circle} fill="none" />
          </Sign>
          {t('distribution.hollow')}
        </li>
      )}
      {lines.map(({ statistic, label }) => (
        <li key={statistic} className={classes.entry}>
          <Sign>
            <line
              x1="7"
              x2="7"
              y2="12"
              stroke={muted}
              strokeWidth="2"
              strokeDasharray={LINE_DASHES[statistic]}
            />
          </Sign>
          {label}
        </li>
      ))}
    </ul>
  );
}

function Sign(props: { children: React.ReactNode }) {
  return (
    <svg width="14" height="12" aria-hidden="true" focusable="false">
      {props.children}
    </svg>
  );
}
