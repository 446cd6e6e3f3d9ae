import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useMaturityPalette } from '../../theme';
import type { VerdictSign, VerdictView } from '../../views';
import { VisuallyHidden } from '../page';

const useStyles = makeStyles(theme => ({
  verdict: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontSize: '0.8125rem',
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
}));

/** Every sign has a shape of its own, so that none needs its colour. */
const SIGNS: Record<VerdictSign, ReactNode> = {
  pass: (
    <>
      <circle cx="10" cy="10" r="8.25" />
      <path d="M6.25 10.25l2.5 2.5 5-5.5" />
    </>
  ),
  fail: (
    <>
      <path d="M6.8 1.75h6.4l5.05 5.05v6.4l-5.05 5.05H6.8L1.75 13.2V6.8z" />
      <path d="M7 7l6 6M13 7l-6 6" />
    </>
  ),
  'no-data': (
    <>
      <circle cx="10" cy="10" r="8.25" strokeDasharray="3.2 2" />
      <path d="M7.6 7.7c.2-1.4 1.2-2.1 2.5-2.1 1.4 0 2.4.9 2.4 2.1 0 1.6-2.4 1.9-2.4 3.6M10.1 14v.3" />
    </>
  ),
  'not-applicable': <path d="M5 10h10" />,
  waived: (
    <path d="M10 1.75l6.75 2.5v5c0 4-2.6 7-6.75 9-4.15-2-6.75-5-6.75-9v-5z" />
  ),
  stale: (
    <>
      <circle cx="10" cy="10" r="8.25" />
      <path d="M10 5.5V10l3 2" />
    </>
  ),
};

/** The sign of a verdict with its word. @public */
export function VerdictIcon(props: {
  verdict: VerdictView;
  /** The word is said but not shown, where it stands in the text already. */
  wordHidden?: boolean;
}) {
  const { verdict, wordHidden } = props;
  const classes = useStyles();
  const palette = useMaturityPalette();
  return (
    <span
      className={classes.verdict}
      style={{ color: palette.verdict[verdict.sign] }}
    >
      <svg
        width="18"
        height="18"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        style={{ flex: 'none' }}
      >
        {SIGNS[verdict.sign]}
      </svg>
      {wordHidden ? (
        <VisuallyHidden>{verdict.word}</VisuallyHidden>
      ) : (
        verdict.word
      )}
    </span>
  );
}
