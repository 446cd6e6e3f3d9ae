import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useOperationsTexts } from '../../translation';
import { OperationsContent } from './OperationsContent';

const useStyles = makeStyles(theme => ({
  page: { padding: theme.spacing(3), minWidth: 0 },
  title: {
    fontSize: '1.75rem',
    fontWeight: 600,
    fontFamily: theme.typography.fontFamily,
    marginBottom: theme.spacing(1),
  },
}));

/**
 * The same for the new frontend system, whose own page headers cannot be
 * translated: the page draws its title itself.
 */
export function OperationsPageBody() {
  const { t } = useOperationsTexts();
  const classes = useStyles();
  return (
    <main className={classes.page}>
      <Typography component="h1" className={classes.title}>
        {t('operations.title')}
      </Typography>
      <OperationsContent />
    </main>
  );
}
