import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';
import type { CellState } from '../../views';
import { LevelCell } from './LevelCell';

const useStyles = makeStyles(theme => ({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    listStyle: 'none',
    margin: theme.spacing(1.5, 0, 0),
    padding: 0,
    fontSize: '0.75rem',
    color: paletteFor(theme.palette.type).muted,
  },
  entry: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
  },
}));

const STATES: CellState[] = [
  'proven',
  'measured',
  'partly',
  'possible',
  'missed',
];

/** What the signs of the cells mean. */
export function LadderLegend() {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <ul className={classes.legend} aria-label={t('ladder.legend')}>
      {STATES.map(state => (
        <li key={state} className={classes.entry}>
          <LevelCell cell={{ level: 3, state }} wordHidden />
          {t(`cell.${state}`)}
        </li>
      ))}
    </ul>
  );
}
