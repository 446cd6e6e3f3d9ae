import type { ReactNode } from 'react';
import { IconWord } from '@devops-scorecards/plugin-maturity-react';
import { useStabilityTexts } from '../../translation';
import type { DetectorKind } from '../../views/incidentView';

/** Every sign has a shape of its own. */
const SIGNS: Record<DetectorKind, ReactNode> = {
  monitoring: <path d="M1.5 10.5h4l2-6 4 11 2.5-7 1.5 2h3" />,
  inspection: (
    <>
      <circle cx="8.5" cy="8.5" r="5.5" />
      <path d="M12.5 12.5l5 5" />
    </>
  ),
  user: (
    <>
      <circle cx="10" cy="6" r="3.5" />
      <path d="M3 17.5c.5-4 3.3-6 7-6s6.5 2 7 6" />
    </>
  ),
  regulator: (
    <>
      <path d="M2 7.500l8-4.5 8 4.5zM4 16.500h12" />
      <path d="M5 10v4M10 10v4M15 10v4" />
    </>
  ),
  unknown: (
    <>
      <circle cx="10" cy="10" r="8" strokeDasharray="3.2 2" />
      <path d="M7.6 7.700c.2-1.4 1.2-2.1 2.5-2.1 1.4 0 2.4.9 2.4 2.1 0 1.6-2.4 1.9-2.4 3.600M10.1 14v.3" />
    </>
  ),
};

/** Who noticed a fault: a sign and a word. */
export function DetectorWord(props: { detector: DetectorKind }) {
  const { detector } = props;
  const { t } = useStabilityTexts();
  return (
    <IconWord
      icon={SIGNS[detector]}
      word={t(`detector.${detector}`)}
      size={16}
    />
  );
}
