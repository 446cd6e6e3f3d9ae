import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  chevron: {
    flex: 'none',
    alignSelf: 'center',
    transition: 'transform 120ms ease-out',
    '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
  },
  open: { transform: 'rotate(90deg)' },
});

/** Points right when closed and down when open. */
export function Chevron(props: { open: boolean }) {
  const classes = useStyles();
  return (
    <svg
      className={
        props.open ? `${classes.chevron} ${classes.open}` : classes.chevron
      }
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M4 2l4 4-4 4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
