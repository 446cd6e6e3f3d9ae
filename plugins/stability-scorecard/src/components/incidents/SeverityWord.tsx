import type { ReactNode } from 'react';
import {
  IconWord,
  useMaturityPalette,
} from '@devops-scorecards/plugin-maturity-react';
import { useStabilityTexts } from '../../translation';
import type { IncidentView } from '../../views/incidentView';

type Severity = IncidentView['severity'];

/** The graver, the higher; an unknown one is dashed. */
const SIGNS: Record<Severity, ReactNode> = {
  critical: <path d="M4 17h2V9H4zM9 17h2V6H9zM14 17h2V3h-2z" />,
  major: <path d="M4 17h2V9H4zM9 17h2V6H9z" />,
  minor: <path d="M4 17h2V9H4z" />,
  unknown: <path d="M3 12h3M8 12h3M13 12h3" />,
};

/** How grave an incident is: a sign and a word. */
export function SeverityWord(props: { severity: Severity }) {
  const { severity } = props;
  const { t } = useStabilityTexts();
  const { verdict, muted } = useMaturityPalette();
  const colours: Record<Severity, string> = {
    critical: verdict.fail,
    major: verdict.stale,
    minor: muted,
    unknown: muted,
  };
  return (
    <IconWord
      icon={SIGNS[severity]}
      word={t(`severity.${severity}`)}
      colour={colours[severity]}
      size={16}
    />
  );
}
