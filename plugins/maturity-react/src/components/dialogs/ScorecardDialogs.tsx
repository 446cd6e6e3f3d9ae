import {
  lazy,
  Suspense,
  useCallback,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  EpochMs,
  FactReference,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../../api';
import { pickText, useTexts } from '../../language';
import { useLoad } from '../../state';
import type { CriterionView } from '../../views';
import {
  ScorecardDialogsContext,
  type MeasurementReference,
  type ScorecardDialogsApi,
} from './scorecardDialogsContext';

// Dialogs and forms come when somebody asks for them, not with the page.
const MeasurementEvidenceDialog = lazy(() =>
  import('../evidence/MeasurementEvidenceDialog').then(m => ({
    default: m.MeasurementEvidenceDialog,
  })),
);
const FactDialog = lazy(() =>
  import('../evidence/FactDialog').then(m => ({ default: m.FactDialog })),
);
const AttestationDialog = lazy(() =>
  import('../decisions/AttestationDialog').then(m => ({
    default: m.AttestationDialog,
  })),
);
const SetupDialog = lazy(() =>
  import('../setup/SetupDialog').then(m => ({ default: m.SetupDialog })),
);

/** Options of {@link ScorecardDialogs}. @public */
export interface ScorecardDialogsProps {
  entityRef: string;
  timeZone: string;
  /** The model whose criteria can be attested on this page. */
  model?: string;
  /** When the page is about; nothing can be attested for the past. */
  asOf?: EpochMs;
  /** Told when a person's decision may have moved a result. */
  onChanged?: () => void;
  children: ReactNode;
}

type Shown =
  | { kind: 'measurement'; measurement: MeasurementReference }
  | { kind: 'fact'; fact: FactReference }
  | { kind: 'attestation'; criterion: CriterionView }
  | { kind: 'setup' };

/**
 * Lets every number below it be taken apart, and every attestation be made.
 *
 * @public
 */
export function ScorecardDialogs(props: ScorecardDialogsProps) {
  const { entityRef, timeZone, model, asOf, onChanged, children } = props;
  const api = useApi(maturityApiRef);
  const texts = useTexts();
  const [shown, setShown] = useState<Shown>();
  const { state } = useLoad({
    load: useCallback(() => api.getMetrics(), [api]),
  });
  const definitions = state.status === 'ready' ? state.value : undefined;
  const canAttest = Boolean(model) && asOf === undefined;
  const dialogs = useMemo<ScorecardDialogsApi>(
    () => ({
      showMeasurement: measurement =>
        setShown({ kind: 'measurement', measurement }),
      showFact: fact => setShown({ kind: 'fact', fact }),
      attest: canAttest
        ? criterion => setShown({ kind: 'attestation', criterion })
        : undefined,
      setUp: () => setShown({ kind: 'setup' }),
      titleOf: metric => {
        const title = definitions?.find(one => one.id === metric)?.title;
        return title ? pickText(texts, title) : metric;
      },
    }),
    [canAttest, definitions, texts],
  );
  const close = () => setShown(undefined);
  return (
    <ScorecardDialogsContext.Provider value={dialogs}>
      {children}
      <Suspense fallback={null}>
        {shown?.kind === 'measurement' && (
          <MeasurementEvidenceDialog
            entityRef={entityRef}
            timeZone={timeZone}
            {...shown.measurement}
            onChanged={onChanged}
            onClose={close}
          />
        )}
        {shown?.kind === 'fact' && (
          <FactDialog
            entityRef={entityRef}
            timeZone={timeZone}
            fact={shown.fact}
            onChanged={onChanged}
            onClose={close}
          />
        )}
        {shown?.kind === 'setup' && (
          <SetupDialog
            entityRef={entityRef}
            timeZone={timeZone}
            onClose={close}
          />
        )}
        {shown?.kind === 'attestation' && model && (
          <AttestationDialog
            entityRef={entityRef}
            timeZone={timeZone}
            model={model}
            criterion={shown.criterion}
            onChanged={onChanged}
            onClose={close}
          />
        )}
      </Suspense>
    </ScorecardDialogsContext.Provider>
  );
}
