import Button from '@material-ui/core/Button';
import FormControl from '@material-ui/core/FormControl';
import InputLabel from '@material-ui/core/InputLabel';
import NativeSelect from '@material-ui/core/NativeSelect';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';
import { type ScorecardView } from '../../views';
import { useScorecardDialogs } from '../dialogs/scorecardDialogsContext';
import { LevelBadge } from '../level';
import { DisclosureButton, useDisclosure } from '../page';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    header: {
      padding: theme.spacing(2),
      fontFamily: theme.typography.fontFamily,
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
    },
    title: {
      fontSize: '1rem',
      fontWeight: 600,
      marginBottom: theme.spacing(1),
    },
    version: { color: palette.muted, fontWeight: 400 },
    side: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-end',
      gap: theme.spacing(1),
      // From here on it stands below the level, not beside it.
      [theme.breakpoints.down('md')]: { alignItems: 'flex-start' },
    },
    controls: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-end',
      gap: theme.spacing(2),
    },
    refresh: { minWidth: 116 },
    note: {
      fontSize: '0.8125rem',
      color: palette.muted,
      fontVariantNumeric: 'tabular-nums',
      textAlign: 'right',
      [theme.breakpoints.down('md')]: { textAlign: 'left' },
    },
    problem: { color: palette.verdict.fail },
    about: { flexBasis: '100%', fontSize: '0.8125rem' },
    text: { margin: theme.spacing(0.5, 0), maxWidth: '90ch' },
  };
});

/** The first line of a tab: which model, which level, how current. @public */
export function ScorecardHeader(props: {
  view: ScorecardView;
  modelId: string;
  refreshing: boolean;
  /** What went wrong when it was last read again. */
  problem?: string;
  onModel: (model: string) => void;
  /** Absent where a scorecard of the past is shown, which stands still. */
  onRefresh?: () => void;
}) {
  const { view, modelId, refreshing, problem, onModel, onRefresh } = props;
  const { t } = useTexts();
  const classes = useStyles();
  const about = useDisclosure();
  const dialogs = useScorecardDialogs();
  return (
    <Paper variant="outlined" className={classes.header}>
      <div>
        <Typography component="h2" className={classes.title}>
          {view.title}{' '}
          <span className={classes.version}>
            {t('page.version', { version: view.version })}
          </span>
        </Typography>
        <LevelBadge
          level={view.level}
          standing={view.standing}
          held={view.held}
          atRisk={view.atRisk}
          waived={view.waived}
        />
      </div>
      <div className={classes.side}>
        <div className={classes.controls}>
          {view.models.length > 1 && (
            <FormControl>
              <InputLabel htmlFor="maturity-model">
                {t('page.model')}
              </InputLabel>
              <NativeSelect
                id="maturity-model"
                value={modelId}
                onChange={event => onModel(event.target.value)}
              >
                {view.models.map(model => (
                  <option key={model.id} value={model.id}>
                    {model.title}
                  </option>
                ))}
              </NativeSelect>
            </FormControl>
          )}
          {dialogs && (
            <Button
              variant="outlined"
              aria-label={t('setup.openLabel')}
              aria-haspopup="dialog"
              onClick={dialogs.setUp}
            >
              {t('setup.open')}
            </Button>
          )}
          {onRefresh && (
            <Button
              className={classes.refresh}
              variant="outlined"
              onClick={onRefresh}
              aria-disabled={refreshing}
            >
              {refreshing ? t('page.refreshing') : t('page.refresh')}
            </Button>
          )}
        </div>
        <div className={classes.note}>
          {problem ? (
            <div className={classes.problem} role="alert">
              {t('state.stale', { time: view.asOf })} {problem}
            </div>
          ) : (
            <div>{t('page.asOf', { time: view.asOf })}</div>
          )}
          <div>{view.window}</div>
        </div>
      </div>
      <div className={classes.about}>
        <DisclosureButton state={about}>
          {t('page.attribution')}
        </DisclosureButton>
        {about.open && (
          <div id={about.regionId}>
            <p className={classes.text}>{view.description}</p>
            <p className={classes.text}>{view.attribution}</p>
            <p className={classes.text}>{t('page.selfAssessment')}</p>
          </div>
        )}
      </div>
    </Paper>
  );
}
