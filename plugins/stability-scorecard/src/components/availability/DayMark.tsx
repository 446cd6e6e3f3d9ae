import { useMaturityPalette } from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceDayState } from '../../views/serviceDays';

const useStyles = makeStyles({
  // A low mark stands on the ground, as in the strip so in the legend.
  cell: {
    display: 'flex',
    alignItems: 'flex-end',
    width: '100%',
    height: '100%',
    pointerEvents: 'none',
  },
  mark: {
    boxSizing: 'border-box',
    width: '100%',
    borderRadius: 2,
    border: '1.5px solid',
  },
});

/**
 * The sign of a day: full and high, full and cut through, low, or dashed. Told
 * apart without colour.
 */
export function DayMark(props: { state: ServiceDayState }) {
  const { state } = props;
  const classes = useStyles();
  const { verdict, muted, line } = useMaturityPalette();
  const looks: Record<ServiceDayState, React.CSSProperties> = {
    clear: {
      height: '100%',
      borderColor: verdict.pass,
      backgroundColor: `${verdict.pass}59`,
    },
    down: {
      height: '100%',
      borderColor: verdict.fail,
      backgroundImage: `repeating-linear-gradient(135deg, ${verdict.fail} 0 3px, transparent 3px 5px)`,
    },
    closed: {
      height: 6,
      borderColor: muted,
      backgroundColor: line,
    },
    unknown: { height: '100%', borderColor: muted, borderStyle: 'dashed' },
  };
  return (
    <span className={classes.cell}>
      <span className={classes.mark} style={looks[state]} />
    </span>
  );
}
