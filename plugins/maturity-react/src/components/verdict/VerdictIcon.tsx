import type { ReactNode } from 'react';
import { useMaturityPalette } from '../../theme';
import type { VerdictSign, VerdictView } from '../../views';
import { IconWord } from '../page';

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
  const palette = useMaturityPalette();
  return (
    <IconWord
      icon={SIGNS[verdict.sign]}
      word={verdict.word}
      colour={palette.verdict[verdict.sign]}
      wordHidden={wordHidden}
    />
  );
}
