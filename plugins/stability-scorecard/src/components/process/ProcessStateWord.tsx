import type { ReactNode } from 'react';
import {
  IconWord,
  useMaturityPalette,
} from '@devops-scorecards/plugin-maturity-react';
import { useStabilityTexts } from '../../translation';
import type { ProcessState } from '../../views/processView';

/** Every sign has a shape of its own, so that none needs its colour. */
const SIGNS: Record<ProcessState, ReactNode> = {
  measured: <path d="M3 17V11M8 17V7M13 17v-4M18 17V4" />,
  byAttestation: (
    <>
      <path d="M5 2.5h7l4 4v11H5z" />
      <path d="M7.5 11.5l2 2 3.5-4" />
    </>
  ),
  attestable: (
    <>
      <path d="M3.5 16.5l1-4 8.5-8.5 3 3-8.5 8.5z" />
      <path d="M11 6l3 3" />
    </>
  ),
  waiting: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 5.5V10l3 2" />
    </>
  ),
  notConnected: (
    <>
      <path d="M2 10h5M13 10h5" strokeDasharray="2.5 2" />
      <path d="M8 7v6M12 7v6" />
    </>
  ),
  notApplicable: <path d="M5 10h10" />,
};

/** How it stands with a process: a sign and a word. */
export function ProcessStateWord(props: { state: ProcessState }) {
  const { state } = props;
  const { t } = useStabilityTexts();
  const { verdict, muted } = useMaturityPalette();
  const colours: Partial<Record<ProcessState, string>> = {
    measured: verdict.pass,
    byAttestation: verdict.pass,
    attestable: verdict.waived,
  };
  return (
    <IconWord
      icon={SIGNS[state]}
      word={t(`process.${state}`)}
      colour={colours[state] ?? muted}
    />
  );
}
