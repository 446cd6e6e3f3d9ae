import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { useMaturityPalette } from '../../theme';
import type { CellState, LadderCell } from '../../views';
import { VisuallyHidden } from '../page';

const useStyles = makeStyles({
  cell: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    width: 28,
    height: 24,
    borderRadius: 3,
    border: '1.5px solid',
    fontSize: '0.75rem',
    fontWeight: 700,
    lineHeight: 1,
  },
});

/** The signs are told apart without colour. */
const SIGNS: Record<CellState, string> = {
  proven: '✓',
  measured: '✓',
  partly: '–',
  possible: '?',
  missed: '',
  beyond: '',
};

/** The sign of one level in one row. @public */
export function LevelCell(props: { cell: LadderCell; wordHidden?: boolean }) {
  const { level, state } = props.cell;
  const classes = useStyles();
  const palette = useMaturityPalette();
  const { t } = useTexts();
  const colour = palette.level[level];
  const hatch = `repeating-linear-gradient(135deg, ${colour}59 0 1.5px, transparent 1.5px 5px)`;
  const looks: Record<CellState, React.CSSProperties> = {
    proven: {
      backgroundColor: colour,
      borderColor: colour,
      color: palette.onLevel,
    },
    measured: {
      borderColor: colour,
      borderStyle: 'double',
      color: colour,
      borderWidth: 4,
    },
    partly: {
      borderColor: colour,
      color: colour,
      backgroundImage: `linear-gradient(90deg, ${colour}40 50%, transparent 50%)`,
    },
    possible: {
      borderColor: colour,
      borderStyle: 'dashed',
      color: colour,
      backgroundImage: hatch,
    },
    missed: { borderColor: palette.line },
    beyond: { borderColor: 'transparent' },
  };
  return (
    <>
      <span className={classes.cell} style={looks[state]} aria-hidden="true">
        {state === 'partly' ? `${level}–` : SIGNS[state]}
      </span>
      {!props.wordHidden && (
        <VisuallyHidden>{t(`cell.${state}`)}</VisuallyHidden>
      )}
    </>
  );
}
