import { useEffect, useMemo, useRef, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { Level } from '@devops-scorecards/plugin-maturity-common';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';
import { openableIds, pathToCriterion, type LadderRow } from '../../views';
import { criterionElementId, type EvidenceSource } from '../criterion';
import { LevelSign } from '../level';
import { Panel, QuietButton, VisuallyHidden } from '../page';
import { LadderLegend } from './LadderLegend';
import { LadderRowGroup } from './LadderRowGroup';
import { moveInLadder } from './moveInLadder';

const useStyles = makeStyles(theme => ({
  scroll: { overflowX: 'auto', position: 'relative' },
  table: {
    width: '100%',
    minWidth: 440,
    borderCollapse: 'collapse',
    fontSize: '0.875rem',
    fontVariantNumeric: 'tabular-nums',
    color: theme.palette.text.primary,
  },
  head: {
    fontSize: '0.75rem',
    fontWeight: 500,
    color: paletteFor(theme.palette.type).muted,
    padding: theme.spacing(0.5),
    borderBottom: `2px solid ${paletteFor(theme.palette.type).line}`,
  },
  left: { textAlign: 'left' },
  right: { textAlign: 'right' },
  level: { width: 44, textAlign: 'center' },
}));

/** Options of {@link LevelLadder}. @public */
export interface LevelLadderProps {
  rows: LadderRow[];
  levels: { level: Level; word: string }[];
  source: EvidenceSource;
  /** A criterion to open the way to, bring into view and focus. */
  criterion?: string;
}

/**
 * Levels by capability. Rows open in place, down to the criteria and the
 * events behind them.
 *
 * @public
 */
export function LevelLadder(props: LevelLadderProps) {
  const { rows, levels, source, criterion } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  const shownCriterion = useRef<string>();

  useEffect(() => {
    const path = criterion && pathToCriterion(rows, criterion);
    if (path && shownCriterion.current !== criterion) {
      setOpen(before => new Set([...before, ...path]));
    }
  }, [criterion, rows]);

  useEffect(() => {
    if (!criterion || shownCriterion.current === criterion) {
      return;
    }
    const element = document.getElementById(criterionElementId(criterion));
    if (element) {
      shownCriterion.current = criterion;
      element.scrollIntoView?.({ block: 'center' });
      element.focus({ preventScroll: true });
    }
  }, [criterion, open]);

  // Leaving the criterion allows to come back to the same one.
  useEffect(() => {
    if (!criterion) {
      shownCriterion.current = undefined;
    }
  }, [criterion]);

  const onToggle = (id: string) =>
    setOpen(before => {
      const after = new Set(before);
      if (!after.delete(id)) {
        after.add(id);
      }
      return after;
    });
  const openable = useMemo(() => openableIds(rows), [rows]);
  const allOpen = openable.every(id => open.has(id));

  return (
    <Panel
      title={t('ladder.title')}
      actions={
        <QuietButton onClick={() => setOpen(new Set(allOpen ? [] : openable))}>
          {allOpen ? t('ladder.collapseAll') : t('ladder.expandAll')}
        </QuietButton>
      }
    >
      <div className={classes.scroll}>
        {/* Arrow keys add to what the buttons inside do by themselves. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <table
          className={classes.table}
          onKeyDown={event => moveInLadder({ event, open, onToggle })}
        >
          <caption>
            <VisuallyHidden>{t('ladder.caption')}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col" className={`${classes.head} ${classes.left}`}>
                {t('ladder.capability')}
              </th>
              {levels.map(({ level, word }) => (
                <th
                  key={level}
                  scope="col"
                  className={`${classes.head} ${classes.level}`}
                  title={word}
                >
                  <LevelSign level={level} size={22} />
                  <VisuallyHidden>
                    {t('level.label', { level: String(level), word })}
                  </VisuallyHidden>
                </th>
              ))}
              <th scope="col" className={`${classes.head} ${classes.right}`}>
                {t('ladder.decided')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <LadderRowGroup
                key={row.id}
                row={row}
                depth={0}
                context={{
                  open,
                  onToggle,
                  source,
                  columns: levels.length + 2,
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      <LadderLegend />
    </Panel>
  );
}
