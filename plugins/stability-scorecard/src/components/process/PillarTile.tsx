import {
  CriterionDetail,
  DisclosureButton,
  LevelSign,
  paletteFor,
  useDisclosure,
  type CriterionView,
  type EvidenceSource,
  type LevelView,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    tile: {
      padding: theme.spacing(1.5),
      border: `1px solid ${palette.line}`,
      borderRadius: theme.shape.borderRadius,
      // What is open needs the room of the whole panel.
      '&[data-open="true"]': { gridColumn: '1 / -1' },
    },
    head: { display: 'flex', alignItems: 'center', gap: theme.spacing(1.5) },
    title: { fontSize: '0.9375rem', fontWeight: 600 },
    level: {
      fontSize: '0.8125rem',
      color: palette.muted,
      fontVariantNumeric: 'tabular-nums',
    },
    text: { margin: theme.spacing(1, 0, 0), fontSize: '0.8125rem' },
    about: {
      margin: theme.spacing(0.5, 0),
      fontSize: '0.8125rem',
      color: palette.muted,
      maxWidth: '75ch',
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
  };
});

/** One pillar with its level; it opens to its criteria where it has its own. */
export function PillarTile(props: {
  title: string;
  /** What it is about; with the criteria, where it has its own. */
  text?: string;
  level: LevelView;
  todo?: string;
  criteria?: CriterionView[];
  source?: EvidenceSource;
}) {
  const { title, text, level, todo, criteria, source } = props;
  const { t } = useStabilityTexts();
  const classes = useStyles();
  const disclosure = useDisclosure();
  return (
    <div
      role="group"
      aria-label={title}
      className={classes.tile}
      data-open={disclosure.open}
    >
      <div className={classes.head}>
        <LevelSign level={level.measured} size={40} />
        <div>
          <div className={classes.title}>{title}</div>
          <div className={classes.level}>
            {[
              level.label,
              level.decided,
              level.proven?.word,
              level.possible?.word,
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </div>
      </div>
      {(todo || !criteria) && <p className={classes.text}>{todo ?? text}</p>}
      {criteria && source && (
        <>
          <DisclosureButton
            state={disclosure}
            label={t('pillar.showOf', { title })}
          >
            {t('pillar.show')}
          </DisclosureButton>
          {disclosure.open && (
            <div id={disclosure.regionId}>
              {text && <p className={classes.about}>{text}</p>}
              <ul className={classes.list}>
                {criteria.map(criterion => (
                  <CriterionDetail
                    key={criterion.id}
                    criterion={criterion}
                    source={source}
                  />
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </div>
  );
}
