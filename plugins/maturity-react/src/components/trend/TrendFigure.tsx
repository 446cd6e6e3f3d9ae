import { Suspense, useState, type ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';
import { QuietButton } from '../page';
import { Skeleton } from '../state';
import { ChartLegend, type ChartLegendEntry } from './ChartLegend';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    figure: {
      margin: 0,
      minWidth: 0,
      display: 'flex',
      flexDirection: 'column',
    },
    // Charts side by side align, whatever stands above them.
    chart: { marginTop: 'auto' },
    head: {
      display: 'flex',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      columnGap: theme.spacing(1),
    },
    actions: { flex: 'none' },
    title: { fontSize: '0.9375rem', fontWeight: 600, margin: 0 },
    note: { display: 'block', fontSize: '0.8125rem', color: palette.muted },
    // What is only heard must scroll along, or it widens the page.
    scroll: { overflow: 'auto', position: 'relative' },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: '0.8125rem',
      fontVariantNumeric: 'tabular-nums',
      '& th, & td': {
        textAlign: 'left',
        padding: theme.spacing(0.5, 1.5, 0.5, 0),
        borderBottom: `1px solid ${palette.line}`,
        color: theme.palette.text.primary,
      },
      '& th': { color: palette.muted, fontWeight: 500 },
    },
  };
});

/** Options of {@link TrendFigure}. @public */
export interface TrendFigureProps {
  title: string;
  /** Statistic and period, on a line of their own. */
  note?: ReactNode;
  /** What the parts of the chart mean. */
  legend?: ChartLegendEntry[];
  /**
   * The same in one sentence: the picture is then one image to whoever hears the
   * page. Absent where the picture speaks for itself, for example of buttons.
   */
  summary?: string;
  /** Pixels that the picture takes, held while it loads. */
  height: number;
  columns: string[];
  rows: { key: string; cells: ReactNode[] }[];
  /** There are rows, but none that could be drawn. */
  empty?: boolean;
  chart: ReactNode;
}

/** A picture with its title, and the same numbers as a table on request. @public */
export function TrendFigure(props: TrendFigureProps) {
  const { title, note, legend, summary, height, columns, rows, empty } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const [table, setTable] = useState(false);
  const toggle = table ? t('trend.showChart') : t('trend.showTable');
  return (
    <figure className={classes.figure}>
      <div className={classes.head}>
        <figcaption>
          <span className={classes.title}>{title}</span>{' '}
          {note && <span className={classes.note}>{note}</span>}
        </figcaption>
        <span className={classes.actions}>
          {rows.length > 0 && (
            <QuietButton
              onClick={() => setTable(before => !before)}
              label={`${toggle}: ${title}`}
            >
              {table ? t('trend.chart') : t('trend.table')}
            </QuietButton>
          )}
        </span>
      </div>
      {legend && <ChartLegend entries={legend} />}
      {(rows.length === 0 || empty) && !table && (
        <p className={classes.note}>{t('trend.empty')}</p>
      )}
      {rows.length > 0 && table && (
        <div
          className={classes.scroll}
          style={{ height }}
          role="region"
          aria-label={title}
          // A region that scrolls must be reachable from the keyboard.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          <table className={classes.table}>
            <thead>
              <tr>
                {columns.map(column => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.key}>
                  {row.cells.map((cell, index) => (
                    // Cells have no identity but their column.
                    // eslint-disable-next-line react/no-array-index-key
                    <td key={index}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > 0 && !empty && !table && (
        <div
          role={summary ? 'img' : undefined}
          aria-label={summary}
          className={classes.chart}
          style={{ height }}
        >
          <Suspense fallback={<Skeleton height={height} />}>
            {props.chart}
          </Suspense>
        </div>
      )}
    </figure>
  );
}
