import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { VisuallyHidden } from './VisuallyHidden';

const useStyles = makeStyles(theme => ({
  both: {
    display: 'inline-flex',
    // The word, not the sign, stands on the line of the text around.
    alignItems: 'baseline',
    gap: theme.spacing(0.5),
    fontSize: '0.8125rem',
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
  icon: { flex: 'none', alignSelf: 'center' },
}));

/** Options of {@link IconWord}. @public */
export interface IconWordProps {
  /** Lines of an SVG drawing of 20 by 20, in the colour of the word. */
  icon: ReactNode;
  word: string;
  /** Absent: that of the text around. */
  colour?: string;
  /** Pixels. */
  size?: number;
  /** The word is said but not shown, where it stands in the text already. */
  wordHidden?: boolean;
}

/** A sign with its word: never told by its colour alone. @public */
export function IconWord(props: IconWordProps) {
  const { icon, word, colour, size = 18, wordHidden } = props;
  const classes = useStyles();
  return (
    <span className={classes.both} style={{ color: colour }}>
      <svg
        className={classes.icon}
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {icon}
      </svg>
      {wordHidden ? <VisuallyHidden>{word}</VisuallyHidden> : word}
    </span>
  );
}
