import { useCallback, useState } from 'react';
import FormControl from '@material-ui/core/FormControl';
import NativeSelect from '@material-ui/core/NativeSelect';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/core-plugin-api';
import {
  FACT_KINDS,
  type FactKind,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../../api';
import { useTexts } from '../../language';
import { useLoad } from '../../state';
import { FactList } from '../facts';
import { Panel } from '../page';
import { Skeleton, StateBoundary } from '../state';

/** As many facts as the panel shows. */
const SHOWN = 20;

/** What is known of the entity, also from before the scorecard's window. @public */
export function FactsPanel(props: {
  entityRef: string;
  timeZone: string;
  /** Changes when the scorecard's result does. */
  fingerprint: string;
  /** Only what happened in it; absent: whatever its age. */
  window?: TimeWindow;
  /** Shown at first. */
  initialKind?: FactKind;
}) {
  const {
    entityRef,
    timeZone,
    fingerprint,
    window,
    initialKind = 'deployment',
  } = props;
  const api = useApi(maturityApiRef);
  const { t } = useTexts();
  const [kind, setKind] = useState<FactKind>(initialKind);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getFacts({ entityRef, kind, window, limit: SHOWN, signal }),
    // A new result comes with new facts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, entityRef, kind, fingerprint, window?.from, window?.to],
  );
  const { state, reload } = useLoad({ load, keep: true });
  return (
    <Panel
      title={t('facts.title')}
      actions={
        <FormControl>
          <NativeSelect
            value={kind}
            onChange={event => setKind(event.target.value as FactKind)}
            inputProps={{ 'aria-label': t('facts.kind') }}
          >
            {FACT_KINDS.map(each => (
              <option key={each} value={each}>
                {t(`facts.${each}`)}
              </option>
            ))}
          </NativeSelect>
        </FormControl>
      }
    >
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {t('facts.intro')}
      </Typography>
      <StateBoundary
        state={state}
        skeleton={<Skeleton height={160} />}
        onRetry={reload}
      >
        {facts => (
          <FactList
            facts={facts}
            title={t(`facts.${kind}`)}
            timeZone={timeZone}
          />
        )}
      </StateBoundary>
    </Panel>
  );
}
