import { useCallback, useState } from 'react';
import FormControl from '@material-ui/core/FormControl';
import NativeSelect from '@material-ui/core/NativeSelect';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/core-plugin-api';
import {
  FACT_KINDS,
  type FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import {
  FactList,
  maturityApiRef,
  Panel,
  Skeleton,
  StateBoundary,
  useLoad,
  useTexts,
} from '@devops-scorecards/plugin-maturity-react';

/** As many facts as the panel shows. */
const SHOWN = 20;

/** What is known of the entity, also from before the scorecard's window. */
export function FactsPanel(props: {
  entityRef: string;
  timeZone: string;
  /** Changes when the scorecard's result does. */
  fingerprint: string;
}) {
  const { entityRef, timeZone, fingerprint } = props;
  const api = useApi(maturityApiRef);
  const { t } = useTexts();
  const [kind, setKind] = useState<FactKind>('deployment');
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getFacts({ entityRef, kind, limit: SHOWN, signal }),
    // A new result comes with new facts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, entityRef, kind, fingerprint],
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
