import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { LanguageSwitch, portalTranslationRef } from '../language';
import { PortalMark } from '../navigation/PortalMark';
import { DemoUser } from './readDemoUsers';

const useStyles = makeStyles(
  theme => ({
    page: {
      minHeight: '100vh',
      boxSizing: 'border-box',
      padding: theme.spacing(3),
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      backgroundColor: theme.palette.background.default,
      color: theme.palette.text.primary,
    },
    language: {
      alignSelf: 'flex-end',
    },
    middle: {
      margin: 'auto',
      maxWidth: 720,
      width: '100%',
    },
    heading: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(1),
    },
    users: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
      gap: theme.spacing(2),
      listStyle: 'none',
      padding: 0,
      margin: theme.spacing(3, 0, 0),
    },
    user: {
      padding: theme.spacing(3),
      height: '100%',
      boxSizing: 'border-box',
      display: 'flex',
      flexDirection: 'column',
    },
    description: {
      flex: 1,
    },
    button: {
      textTransform: 'none',
    },
  }),
  { name: 'DemoUserChoice' },
);

/** Asks which of the demo users to look through the eyes of. */
export function DemoUserChoice(props: {
  users: DemoUser[];
  onChoose: (entityRef: string) => void;
}) {
  const { users, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(portalTranslationRef);
  const title = useApi(configApiRef).getOptionalString('app.title');

  return (
    <main className={classes.page}>
      <div className={classes.language}>
        <LanguageSwitch />
      </div>
      <div className={classes.middle}>
        <div className={classes.heading}>
          <PortalMark size={48} />
          <Typography variant="h3" component="h1">
            {title}
          </Typography>
          <Chip size="small" color="primary" label={t('signIn.demo')} />
        </div>
        <Typography variant="h6" component="p" gutterBottom>
          {t('signIn.subtitle')}
        </Typography>
        <Typography>{t('signIn.explanation')}</Typography>
        <ul className={classes.users}>
          {users.map(({ entityRef, name, role }) => (
            <li key={entityRef}>
              <Paper variant="outlined" className={classes.user}>
                <Typography variant="h5" component="h2" gutterBottom>
                  {t(`signIn.${role}.title`)}
                </Typography>
                <Typography paragraph className={classes.description}>
                  {t(`signIn.${role}.description`)}
                </Typography>
                <Button
                  variant="contained"
                  color="primary"
                  className={classes.button}
                  onClick={() => onChoose(entityRef)}
                >
                  {t('signIn.signInAs', { name })}
                </Button>
              </Paper>
            </li>
          ))}
        </ul>
      </div>
    </main>
  );
}
