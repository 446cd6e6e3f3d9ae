import { useState, type ReactNode } from 'react';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';

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
    color: theme.palette.text.primary,
  },
  // Holds its place while the content loads.
  holds: { minHeight: 320 },
  actions: {
    flexWrap: 'wrap',
    justifyContent: 'flex-start',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1.5, 3),
    borderTop: `1px solid ${paletteFor(theme.palette.type).line}`,
    color: theme.palette.text.primary,
  },
}));

let frames = 0;

/** A dialog with a title and a way out. Focus returns to what opened it. */
export function DialogFrame(props: {
  title: ReactNode;
  onClose: () => void;
  wide?: boolean;
  /** As small as its content, where nothing is left to load. */
  compact?: boolean;
  /** Stay in sight, however long the content is. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { title, onClose, wide = true, compact, actions, children } = props;
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
      <DialogContent
        className={
          compact ? classes.content : `${classes.content} ${classes.holds}`
        }
      >
        {children}
      </DialogContent>
      {actions && (
        <DialogActions className={classes.actions} disableSpacing>
          {actions}
        </DialogActions>
      )}
    </Dialog>
  );
}
