import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';
import type { LadderRow } from '../../views';
import { CriterionDetail, type EvidenceSource } from '../criterion';
import { Chevron } from '../page/Chevron';
import { LevelCell } from './LevelCell';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    row: {
      '& > *': { borderBottom: `1px solid ${palette.line}` },
      '&:hover': { backgroundColor: theme.palette.action.hover },
    },
    title: {
      textAlign: 'left',
      fontWeight: 400,
      padding: theme.spacing(0.25, 1, 0.25, 0),
    },
    top: { fontWeight: 600 },
    button: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'flex-start',
      gap: theme.spacing(0.75),
      width: '100%',
      minHeight: 36,
      padding: theme.spacing(0.5),
      borderRadius: theme.shape.borderRadius,
      font: 'inherit',
      textAlign: 'left',
      color: theme.palette.text.primary,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -2,
      },
    },
    size: {
      display: 'block',
      marginTop: -6,
      paddingBottom: 4,
      fontSize: '0.75rem',
      fontWeight: 400,
      color: palette.muted,
    },
    cell: { textAlign: 'center', padding: theme.spacing(0.25, 0.5) },
    decided: {
      textAlign: 'right',
      whiteSpace: 'nowrap',
      color: palette.muted,
      paddingLeft: theme.spacing(1),
    },
    detail: {
      padding: theme.spacing(0.5, 1, 1, 1),
      backgroundColor: palette.wash,
      borderBottom: `1px solid ${palette.line}`,
    },
    description: {
      margin: theme.spacing(0.5, 0),
      fontSize: '0.8125rem',
      color: palette.muted,
      maxWidth: '75ch',
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
  };
});

/** What every row of a ladder shares. */
export interface LadderContext {
  open: ReadonlySet<string>;
  onToggle: (id: string) => void;
  source: EvidenceSource;
  /** Columns of the table. */
  columns: number;
}

/** A row and, while it is open, all that lies below it. */
export function LadderRowGroup(props: {
  row: LadderRow;
  depth: number;
  context: LadderContext;
}) {
  const { row, depth, context } = props;
  const { t } = useTexts();
  const classes = useStyles();
  const open = context.open.has(row.id);
  return (
    <>
      <tr className={classes.row}>
        <th scope="row" className={classes.title}>
          <ButtonBase
            className={
              depth === 0 ? `${classes.button} ${classes.top}` : classes.button
            }
            style={{ paddingLeft: 4 + depth * 20 }}
            aria-expanded={open}
            data-ladder-row={row.id}
            data-ladder-depth={depth}
            onClick={() => context.onToggle(row.id)}
            disableRipple
          >
            <Chevron open={open} />
            <span>{row.title}</span>
          </ButtonBase>
          {row.size && (
            <span
              className={classes.size}
              style={{ paddingLeft: 28 + depth * 20 }}
            >
              {[row.size, row.withoutData].filter(Boolean).join(' · ')}
            </span>
          )}
        </th>
        {row.applicable ? (
          row.cells.map(cell => (
            <td key={cell.level} className={classes.cell}>
              <LevelCell cell={cell} />
            </td>
          ))
        ) : (
          <td className={classes.cell} colSpan={row.cells.length}>
            {t('ladder.notApplicable')}
          </td>
        )}
        <td className={classes.decided}>{row.level.count}</td>
      </tr>
      {open && (row.criteria.length > 0 || row.description) && (
        <tr>
          <td colSpan={context.columns} className={classes.detail}>
            <div style={{ paddingLeft: depth * 20 }}>
              {row.description && (
                <p className={classes.description}>{row.description}</p>
              )}
              {row.criteria.length > 0 && (
                <ul className={classes.list}>
                  {row.criteria.map(criterion => (
                    <CriterionDetail
                      key={criterion.id}
                      criterion={criterion}
                      source={context.source}
                    />
                  ))}
                </ul>
              )}
            </div>
          </td>
        </tr>
      )}
      {open &&
        row.children.map(child => (
          <LadderRowGroup
            key={child.id}
            row={child}
            depth={depth + 1}
            context={context}
          />
        ))}
    </>
  );
}
