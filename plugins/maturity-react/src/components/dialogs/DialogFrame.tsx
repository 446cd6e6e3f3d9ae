import { useState, type ReactNode } from 'react';
import Dialog from '@material-ui/core/Dialog';
import DialogContent from '@material-ui/core/DialogContent';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { useTexts } from '../../language';

const useStyles = makeStyles(theme => ({
  paper: { fontFamily: theme.typography.fontFamily },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    padding: theme.spacing(2, 3, 1),
  },
  title: {
    fontSize: '1.25rem',
    fontWeight: 600,
    lineHeight: 1.4,
    margin: 0,
    overflowWrap: 'anywhere',
  },
  content: {
    padding: theme.spacing(0, 3, 3),
    // Holds its place while the content loads.
    minHeight: 320,
    color: theme.palette.text.primary,
  },
}));

let frames = 0;

/** A dialog with a title and a way out. Focus returns to what opened it. */
export function DialogFrame(props: {
  title: ReactNode;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}) {
  const { title, onClose, wide = true, children } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const [id] = useState(() => `maturity-dialog-${frames++}`);
  return (
    <Dialog
      open
      fullWidth
      maxWidth={wide ? 'md' : 'sm'}
      onClose={onClose}
      aria-labelledby={id}
      classes={{ paper: classes.paper }}
    >
      <div className={classes.head}>
        <Typography id={id} component="h2" className={classes.title}>
          {title}
        </Typography>
        <IconButton
          size="small"
          edge="end"
          aria-label={t('measurement.close')}
          onClick={onClose}
        >
          <CloseIcon />
        </IconButton>
      </div>
      <DialogContent className={classes.content}>{children}</DialogContent>
    </Dialog>
  );
}
