import type { Measurement } from '@devops-scorecards/plugin-maturity-common';
import {
  formatNumber,
  formatValue,
} from '@devops-scorecards/plugin-maturity-react';
import type { StabilityTexts } from '../translation';
import { DETECTORS, type DetectorKind } from './incidentView';

/** One detector's share of the faults. */
export interface DiscoveryPart {
  detector: DetectorKind;
  word: string;
  count: number;
  /** 0 to 1. */
  share: number;
  /** `60 %`. */
  shown: string;
}

/** Who noticed the faults of a window. */
export interface DiscoveryView {
  n: number;
  /** Every detector, also those that noticed nothing. */
  parts: DiscoveryPart[];
  summary: string;
}

/**
 * How the faults divide by who noticed them.
 *
 * @param measurement - of the monitoring discovery rate
 * @returns undefined where it is not known, and where there was no fault
 */
export function toDiscoveryView(
  measurement: Measurement,
  { t, texts }: StabilityTexts,
): DiscoveryView | undefined {
  const { parts } = measurement;
  const n = DETECTORS.reduce((sum, name) => sum + (parts?.[name] ?? 0), 0);
  if (!parts || n === 0) {
    return undefined;
  }
  const number = (value: number) => formatNumber({ value, texts, digits: 0 });
  const shown = DETECTORS.map(detector => {
    const count = parts[detector] ?? 0;
    const share = count / n;
    return {
      detector,
      word: t(`detector.${detector}`),
      count,
      share,
      shown: formatValue({ value: share, unit: 'ratio', texts, digits: 0 }),
    };
  });
  return {
    n,
    parts: shown,
    summary: t('discovery.summary', {
      n: number(n),
      parts: new Intl.ListFormat(texts.locale).format(
        shown
          .filter(({ count }) => count > 0)
          .map(({ word, count }): string =>
            t('discovery.part', { detector: word, share: number(count) }),
          ),
      ),
    }),
  };
}
