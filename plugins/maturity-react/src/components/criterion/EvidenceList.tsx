import { useState } from 'react';
import type {
  Evidence,
  MetricUnit,
} from '@devops-scorecards/plugin-maturity-common';
import { useTexts } from '../../language';
import { useScorecardDialogs } from '../dialogs/scorecardDialogsContext';
import { EvidenceTable } from '../evidence/EvidenceTable';
import { QuietButton } from '../page';
import { useTableStyles } from '../page/useTableStyles';

/** Options of {@link EvidenceList}. @public */
export interface EvidenceListProps {
  evidence: Evidence[];
  /** How many facts there are in all. */
  total: number;
  unit?: MetricUnit;
  timeZone: string;
  /** Fetches the evidence of the whole window. */
  loadAll?: () => Promise<Evidence[]>;
}

/**
 * The facts that a value rests on, newest first. Within
 * {@link ScorecardDialogs} each opens to the events that it was made of.
 *
 * @public
 */
export function EvidenceList(props: EvidenceListProps) {
  const { evidence, total, unit = 'duration', timeZone, loadAll } = props;
  const { t } = useTexts();
  const classes = useTableStyles();
  const dialogs = useScorecardDialogs();
  const [all, setAll] = useState<Evidence[]>();
  const [progress, setProgress] = useState<'idle' | 'loading' | 'failed'>(
    'idle',
  );
  const shown = all ?? evidence;

  if (shown.length === 0) {
    return <p className={classes.mark}>{t('evidence.none')}</p>;
  }
  const load = async () => {
    setProgress('loading');
    try {
      setAll(await loadAll?.());
      setProgress('idle');
    } catch {
      setProgress('failed');
    }
  };
  return (
    <div>
      <div
        className={classes.scroll}
        role="region"
        aria-label={t('evidence.title')}
        // A region that scrolls must be reachable from the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <EvidenceTable
          evidence={shown}
          title={t('evidence.title')}
          unit={unit}
          timeZone={timeZone}
          onItem={dialogs?.showFact}
        />
      </div>
      {loadAll && !all && total > evidence.length && (
        <QuietButton onClick={load} disabled={progress === 'loading'}>
          {progress === 'loading'
            ? t('evidence.loading')
            : `${t('evidence.loadMore')} (${total})`}
        </QuietButton>
      )}
      {progress === 'failed' && <p role="alert">{t('evidence.failed')}</p>}
    </div>
  );
}
