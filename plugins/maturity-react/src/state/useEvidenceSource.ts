import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Scorecard } from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../api';
import type { EvidenceSource } from '../components/criterion/CriterionEvidence';

/** As many facts as one list asks for when all evidence is wanted. */
const ALL_EVIDENCE = 200;

/** Where the criteria of a scorecard get the rest of their evidence from. */
export function useEvidenceSource(scorecard: Scorecard): EvidenceSource {
  const { entityRef, timeZone, window } = scorecard;
  const { from, to } = window;
  const api = useApi(maturityApiRef);
  return useMemo(
    () => ({
      timeZone,
      load: async metric => {
        const [measurement] = await api.getMeasurements({
          entityRef,
          metrics: [metric],
          window: { from, to },
          evidence: ALL_EVIDENCE,
        });
        return measurement?.evidence ?? [];
      },
    }),
    [api, entityRef, timeZone, from, to],
  );
}
