import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';
import type { LevelView } from '../../views';
import { LevelSign } from './LevelSign';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    badge: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      color: theme.palette.text.primary,
    },
    small: { gap: theme.spacing(0.75), fontSize: '0.875rem' },
    word: { fontSize: '1.375rem', fontWeight: 600, lineHeight: 1.25 },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: theme.spacing(1.5),
      rowGap: theme.spacing(0.25),
      fontSize: '0.875rem',
      color: palette.muted,
      fontVariantNumeric: 'tabular-nums',
    },
    fact: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
    },
    risk: {
      color: palette.verdict.stale,
      fontWeight: 600,
    },
  };
});

/** Options of {@link LevelBadge}. @public */
export interface LevelBadgeProps {
  level: LevelView;
  /** `also 90 days ago` or `new`. */
  standing?: string;
  held?: boolean;
  atRisk?: boolean;
  /** Criteria that an approved waiver took out. */
  waived?: number;
  /** `small` for lists: sign and word only. */
  size?: 'small' | 'large';
}

/**
 * The level of an entity: sign, word, how much of it is decided, and where
 * data is missing what is proven and what is possible.
 *
 * @public
 */
export function LevelBadge(props: LevelBadgeProps) {
  const { level, standing, held, atRisk, waived, size = 'large' } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const ring = ringOf({ held, atRisk, assessed: Boolean(level.measured) });
  if (size === 'small') {
    return (
      <span className={`${classes.badge} ${classes.small}`}>
        <LevelSign level={level.measured} size={22} ring={ring} />
        <span>{level.word}</span>
        {atRisk && <span className={classes.risk}>{t('badge.atRisk')}</span>}
      </span>
    );
  }
  return (
    <div className={classes.badge} role="group" aria-label={level.summary}>
      <LevelSign level={level.measured} size={60} ring={ring} />
      <div>
        <div className={classes.word}>{level.label}</div>
        <div className={classes.facts}>
          <span className={classes.fact}>{level.decided}</span>
          {[level.proven, level.possible].map(
            other =>
              other && (
                <span key={other.word} className={classes.fact}>
                  <LevelSign level={other.level} size={20} hatched />
                  {other.word}
                </span>
              ),
          )}
          {!level.measured && <span>{t('badge.noneHint')}</span>}
          {standing && <span className={classes.fact}>{standing}</span>}
          {Boolean(waived) && (
            <span className={classes.fact}>
              {t('badge.waived', { count: waived ?? 0 })}
            </span>
          )}
          {atRisk && (
            <span
              className={`${classes.fact} ${classes.risk}`}
              title={t('badge.atRiskHint')}
            >
              {t('badge.atRisk')}
            </span>
          )}
        </div>
      </div>
    </div>
  );
}

function ringOf(options: {
  held?: boolean;
  atRisk?: boolean;
  assessed: boolean;
}): 'solid' | 'notched' | undefined {
  if (!options.assessed) {
    return undefined;
  }
  if (options.atRisk) {
    return 'notched';
  }
  return options.held ? 'solid' : undefined;
}
