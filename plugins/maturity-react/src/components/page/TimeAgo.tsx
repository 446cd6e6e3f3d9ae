import { makeStyles } from '@material-ui/core/styles';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { formatDateTime, formatRelative } from '../../format';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';

const useStyles = makeStyles(theme => ({
  time: { fontVariantNumeric: 'tabular-nums' },
  exact: {
    color: paletteFor(theme.palette.type).muted,
    fontSize: '0.75rem',
    whiteSpace: 'nowrap',
  },
}));

/** How long ago something was, and when exactly. @public */
export function TimeAgo(props: {
  at: EpochMs;
  /** When the answer was given that says so. */
  now: EpochMs;
  timeZone: string;
}) {
  const { at, now, timeZone } = props;
  const texts = useTexts();
  const classes = useStyles();
  return (
    <time dateTime={new Date(at).toISOString()} className={classes.time}>
      {formatRelative({ ago: now - at, texts })}{' '}
      <span className={classes.exact}>
        {formatDateTime({ at, texts, timeZone })}
      </span>
    </time>
  );
}
