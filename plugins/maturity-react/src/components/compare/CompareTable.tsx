import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { paletteFor, useMaturityPalette } from '../../theme';
import type { ChangeDirection, CompareRow } from '../../views';
import { MeasurementValue } from '../criterion';
import { VisuallyHidden } from '../page';
import { useTableStyles } from '../page/useTableStyles';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    // What is only heard must scroll along, or it widens the page.
    scroll: { overflowX: 'auto', position: 'relative' },
    change: {
      display: 'inline-flex',
      alignItems: 'baseline',
      gap: theme.spacing(0.5),
      fontWeight: 600,
      whiteSpace: 'nowrap',
      '& svg': { alignSelf: 'center' },
    },
    detail: { display: 'block', whiteSpace: 'nowrap', color: palette.muted },
    title: { fontWeight: 400 },
  };
});

/** Told apart by shape: up is better, down is worse, whatever the number did. */
const SIGNS: Record<ChangeDirection, string> = {
  better: 'M2 9l4-5 4 5z',
  worse: 'M2 3l4 5 4-5z',
  same: 'M2 5h8v2H2z',
  unknown: 'M5 5h2v2H5z',
};

const WIDTH = 120;

/** Two windows of each metric with the way it went. */
export function CompareTable(props: { rows: CompareRow[] }) {
  const { rows } = props;
  const { t } = useTexts();
  const classes = useStyles();
  const table = useTableStyles();
  if (rows.length === 0) {
    return <p>{t('compare.none')}</p>;
  }
  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={t('compare.caption')}
      // A region that scrolls must be reachable from the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={table.table}>
        <caption>
          <VisuallyHidden>{t('compare.caption')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.metric')}</th>
            <th scope="col">{t('compare.before')}</th>
            <th scope="col">{t('compare.after')}</th>
            <th scope="col">{t('compare.change')}</th>
            <th scope="col" aria-hidden="true">
              {t('compare.picture')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.metric}>
              <th scope="row" className={classes.title}>
                {row.title}
              </th>
              <td>
                <MeasurementValue measurement={row.before} />
              </td>
              <td>
                <MeasurementValue measurement={row.after} />
              </td>
              <td>
                <Direction row={row} />
              </td>
              <td aria-hidden="true">
                <PairOfBars bars={row.bars} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={table.mark} aria-hidden="true">
        {t('compare.legend')}
      </p>
    </div>
  );
}

function Direction(props: { row: CompareRow }) {
  const { direction, word, change } = props.row;
  const classes = useStyles();
  const palette = useMaturityPalette();
  const colours: Record<ChangeDirection, string> = {
    better: palette.verdict.pass,
    worse: palette.verdict.fail,
    same: palette.muted,
    unknown: palette.muted,
  };
  return (
    <>
      <span className={classes.change} style={{ color: colours[direction] }}>
        <svg width="12" height="12" aria-hidden="true" focusable="false">
          <path d={SIGNS[direction]} fill="currentColor" />
        </svg>
        {word}
      </span>
      {change && <span className={classes.detail}>{change}</span>}
    </>
  );
}

/** The same two numbers as lengths; the table says them in words. */
function PairOfBars(props: { bars: CompareRow['bars'] }) {
  const { before, after } = props.bars;
  const palette = useMaturityPalette();
  const bar = (value: number | undefined, y: number, colour: string) =>
    value === undefined ? (
      <line
        x1="0"
        x2={WIDTH}
        y1={y + 4}
        y2={y + 4}
        stroke={palette.line}
        strokeDasharray="3 3"
      />
    ) : (
      <rect
        x="0"
        y={y}
        // A value of 0 is there, too.
        width={Math.max(2, value * WIDTH)}
        height="8"
        fill={colour}
      />
    );
  return (
    <svg width={WIDTH} height="22" focusable="false">
      {bar(before, 2, palette.muted)}
      {bar(after, 12, palette.level[4])}
    </svg>
  );
}
