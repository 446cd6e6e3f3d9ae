import type { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';

const useStyles = makeStyles(theme => ({
  notice: {
    padding: theme.spacing(3),
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
  },
  title: { fontSize: '1.125rem', fontWeight: 600 },
  text: { maxWidth: '75ch' },
}));

/** A state of a page in which it has nothing to show: what, why, what next. @public */
export function Notice(props: {
  title: string;
  text: ReactNode;
  /** Offers to try again. */
  onRetry?: () => void;
  /** Interrupts whoever hears the page. */
  urgent?: boolean;
}) {
  const { title, text, onRetry, urgent } = props;
  const { t } = useTexts();
  const classes = useStyles();
  return (
    <Paper
      variant="outlined"
      className={classes.notice}
      role={urgent ? 'alert' : 'status'}
    >
      <Typography component="h2" className={classes.title}>
        {title}
      </Typography>
      <Typography component="p" variant="body2" className={classes.text}>
        {text}
      </Typography>
      {onRetry && (
        <Button variant="outlined" onClick={onRetry}>
          {t('state.retry')}
        </Button>
      )}
    </Paper>
  );
}
