import type { ReactNode } from 'react';
import {
  IconWord,
  useMaturityPalette,
} from '@devops-scorecards/plugin-maturity-react';
import { useOperationsTexts } from '../../translation';
import type { Health } from './sourceHealth';

/** Every sign has a shape of its own. */
const SIGNS: Record<Health, ReactNode> = {
  ok: <path d="M3.5 10.500l4 4 9-9" />,
  misconfigured: <path d="M5 5l10 10M15 5L5 15" />,
  failing: (
    <>
      <path d="M10 2.500L18 17H2z" />
      <path d="M10 8v4M10 14.500v.2" />
    </>
  ),
  stale: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 5.500V10l3 2" />
    </>
  ),
  left: <path d="M12 3H4v14h8M8 10h10M15 7l3 3-3 3" />,
  quiet: <circle cx="10" cy="10" r="7.5" strokeDasharray="3.2 2" />,
};

/** How a source is getting on: a sign and a word. */
export function SourceHealth(props: { health: Health }) {
  const { health } = props;
  const { t } = useOperationsTexts();
  const { verdict, muted } = useMaturityPalette();
  const colours: Record<Health, string> = {
    ok: verdict.pass,
    misconfigured: verdict.fail,
    failing: verdict.fail,
    stale: verdict.stale,
    left: muted,
    quiet: muted,
  };
  return (
    <IconWord
      icon={SIGNS[health]}
      word={t(`source.${health}`)}
      colour={colours[health]}
      size={16}
    />
  );
}
