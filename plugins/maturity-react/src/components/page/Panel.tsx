import { useState, type ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  panel: {
    padding: theme.spacing(2),
    minWidth: 0,
    // The new frontend system's pages set another font around it.
    fontFamily: theme.typography.fontFamily,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1.5),
  },
  title: { fontSize: '1.125rem', fontWeight: 600, lineHeight: 1.4, margin: 0 },
  actions: {
    flex: 'none',
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

let panels = 0;

/** A titled part of a page, reachable as a region by its title. @public */
export function Panel(props: {
  title: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  const [id] = useState(() => `maturity-panel-${panels++}`);
  return (
    <Paper
      variant="outlined"
      component="section"
      className={[classes.panel, props.className].filter(Boolean).join(' ')}
      aria-labelledby={id}
    >
      <div className={classes.head}>
        <Typography id={id} component="h3" className={classes.title}>
          {props.title}
        </Typography>
        {props.actions && (
          <div className={classes.actions}>{props.actions}</div>
        )}
      </div>
      {props.children}
    </Paper>
  );
}
