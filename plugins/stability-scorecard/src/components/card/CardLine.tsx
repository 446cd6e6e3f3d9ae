import type { ReactNode } from 'react';
import { paletteFor } from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  line: {
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${paletteFor(theme.palette.type).line}`,
    fontSize: '0.875rem',
    fontVariantNumeric: 'tabular-nums',
  },
  title: { fontSize: '0.9375rem', fontWeight: 600 },
}));

/** A line of the card that is no single metric. */
export function CardLine(props: { title: string; children: ReactNode }) {
  const { title, children } = props;
  const classes = useStyles();
  return (
    <li className={classes.line}>
      <div className={classes.title}>{title}</div>
      {children}
    </li>
  );
}
