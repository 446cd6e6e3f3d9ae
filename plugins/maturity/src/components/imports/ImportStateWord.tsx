import type { ReactNode } from 'react';
import type { ImportState } from '@devops-scorecards/plugin-maturity-common';
import {
  IconWord,
  useMaturityPalette,
  useTexts,
} from '@devops-scorecards/plugin-maturity-react';

/** Every sign has a shape of its own, so that none needs its colour. */
const SIGNS: Record<ImportState, ReactNode> = {
  open: (
    <>
      <path d="M10 16V4M5 9l5-5 5 5" />
      <path d="M4 18h12" />
    </>
  ),
  complete: (
    <>
      <circle cx="10" cy="10" r="8.25" />
      <path d="M6.25 10.25l2.5 2.5 5-5.5" />
    </>
  ),
  aborted: <rect x="4" y="4" width="12" height="12" rx="1" />,
};

/** How an import stands, as a sign with its word. */
export function ImportStateWord(props: { state: ImportState }) {
  const { state } = props;
  const { t } = useTexts();
  const { verdict, level } = useMaturityPalette();
  const colours = {
    open: level[4],
    complete: verdict.pass,
    aborted: verdict['no-data'],
  };
  return (
    <IconWord
      icon={SIGNS[state]}
      word={t(`imports.state.${state}`)}
      colour={colours[state]}
    />
  );
}
