import type { Evidence } from '@devops-scorecards/plugin-maturity-common';
import type { CriterionView } from '../../views';
import { useTexts } from '../../language';
import { useTableStyles } from '../page/useTableStyles';
import { EvidenceList } from './EvidenceList';

/** Where a page gets evidence from, beyond the newest few. @public */
export interface EvidenceSource {
  timeZone: string;
  /** Fetches the evidence of one metric for the whole window. */
  load?: (metric: string) => Promise<Evidence[]>;
}

/** The evidence of one criterion. */
export function CriterionEvidence(props: {
  criterion: CriterionView;
  source: EvidenceSource;
}) {
  const { criterion, source } = props;
  const { metric } = criterion;
  const { load } = source;
  const { t } = useTexts();
  const classes = useTableStyles();
  if (criterion.owner !== undefined) {
    return (
      <p className={classes.mark}>
        {t('measurement.services', { owner: criterion.owner })}
      </p>
    );
  }
  return (
    <EvidenceList
      evidence={criterion.evidence}
      total={criterion.evidenceTotal}
      unit={criterion.unit}
      timeZone={source.timeZone}
      loadAll={metric && load ? () => load(metric) : undefined}
    />
  );
}
