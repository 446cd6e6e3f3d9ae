import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardKind } from '@devops-scorecards/plugin-maturity-common';
import { useTexts } from '@devops-scorecards/plugin-maturity-react';
import { useLevelOrder, type LevelOrder } from './useLevelOrder';

const useStyles = makeStyles(theme => ({
  title: {
    font: 'inherit',
    color: 'inherit',
    textTransform: 'inherit',
    letterSpacing: 'inherit',
    gap: theme.spacing(0.5),
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.text.primary}`,
      outlineOffset: 2,
    },
  },
  // Its place is kept, so that nothing moves when the order changes.
  arrow: { width: '1em', textAlign: 'center' },
}));

const TITLES = {
  maturity: 'catalog.column',
  stability: 'catalog.stabilityColumn',
} as const;

/**
 * The title of a level column. Where the catalog hands out pages, a click
 * sorts the whole list on the server: highest first, lowest first, by name.
 */
export function LevelColumnTitle(props: {
  scorecard: ScorecardKind;
  /** The table sorts itself: the title is plain. */
  plain: boolean;
}) {
  const { t } = useTexts();
  const title = t(TITLES[props.scorecard]);
  return props.plain ? (
    <>{title}</>
  ) : (
    <SortingTitle scorecard={props.scorecard} title={title} />
  );
}

function SortingTitle(props: { scorecard: ScorecardKind; title: string }) {
  const { scorecard, title: column } = props;
  const { t } = useTexts();
  const classes = useStyles();
  const { order, sortBy } = useLevelOrder();
  const direction =
    order?.scorecard === scorecard ? order.direction : undefined;
  const label = {
    none: t('catalog.sortBy', { column }),
    desc: t('catalog.sortedDesc', { column }),
    asc: t('catalog.sortedAsc', { column }),
  }[direction ?? 'none'];
  return (
    <ButtonBase
      className={classes.title}
      aria-label={label}
      title={label}
      onClick={() => sortBy(nextOrder(scorecard, direction))}
      disableRipple
    >
      {column}
      <span className={classes.arrow} aria-hidden="true">
        {{ none: '↕', desc: '↓', asc: '↑' }[direction ?? 'none']}
      </span>
    </ButtonBase>
  );
}

function nextOrder(
  scorecard: ScorecardKind,
  direction: LevelOrder['direction'] | undefined,
): LevelOrder | undefined {
  switch (direction) {
    case undefined:
      return { scorecard, direction: 'desc' };
    case 'desc':
      return { scorecard, direction: 'asc' };
    default:
      return undefined;
  }
}
