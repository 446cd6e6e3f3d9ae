import {
  CriterionDetail,
  DisclosureButton,
  LevelSign,
  MeasurementValue,
  paletteFor,
  useScorecardDialogs,
  VisuallyHidden,
  type DisclosureState,
  type EvidenceSource,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import type { ProcessView } from '../../views/processView';
import { ProcessStateWord } from './ProcessStateWord';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    process: { borderTop: `1px solid ${palette.line}` },
    line: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 9fr) minmax(0, 6fr) 128px minmax(0, 8fr)',
      columnGap: theme.spacing(2),
      rowGap: theme.spacing(0.5),
      alignItems: 'center',
      padding: theme.spacing(0.75, 0),
      fontSize: '0.875rem',
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      },
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
    },
    name: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
    title: { fontWeight: 600, textAlign: 'left' },
    count: {
      display: 'block',
      fontSize: '0.75rem',
      color: palette.muted,
      fontVariantNumeric: 'tabular-nums',
    },
    metric: { display: 'block', fontSize: '0.75rem', color: palette.muted },
    todo: { fontSize: '0.8125rem' },
    detail: {
      padding: theme.spacing(0.5, 1.5, 1, 1.5),
      marginBottom: theme.spacing(1),
      backgroundColor: palette.wash,
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

/** One process on one line; it opens to its criteria. */
export function ProcessRow(props: {
  process: ProcessView;
  disclosure: DisclosureState;
  source: EvidenceSource;
}) {
  const { process, disclosure, source } = props;
  const { row, mustHave, attested } = process;
  const { t } = useStabilityTexts();
  const classes = useStyles();
  const dialogs = useScorecardDialogs();
  return (
    <li className={classes.process}>
      <div className={classes.line}>
        <div className={classes.name}>
          <LevelSign level={row.level.measured} size={28} />
          <div>
            <DisclosureButton state={disclosure}>
              <span className={classes.title}>{row.title}</span>
            </DisclosureButton>
            <span className={classes.count}>
              <VisuallyHidden>{row.level.label}, </VisuallyHidden>
              {row.level.decided}
            </span>
          </div>
        </div>
        <div>
          {mustHave?.measurement && mustHave.metric && (
            <>
              <span className={classes.metric}>
                {dialogs?.titleOf(mustHave.metric) ?? mustHave.metric}
              </span>
              <MeasurementValue
                measurement={inOneLine(mustHave)}
                threshold={mustHave.threshold}
              />
            </>
          )}
          {attested && <span>{attested}</span>}
        </div>
        <ProcessStateWord state={process.state} />
        <div className={classes.todo}>{process.todo}</div>
      </div>
      {disclosure.open && (
        <div id={disclosure.regionId} className={classes.detail}>
          {row.description && (
            <p className={classes.description}>{row.description}</p>
          )}
          <ul
            className={classes.list}
            aria-label={t('pillar.showOf', { title: row.title })}
          >
            {row.criteria.map(criterion => (
              <CriterionDetail
                key={criterion.id}
                criterion={criterion}
                source={source}
              />
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

/** Notes and shares have their place in the criteria; here a line must do. */
function inOneLine(criterion: NonNullable<ProcessView['mustHave']>) {
  return { ...criterion.measurement!, share: undefined, notes: [] };
}
