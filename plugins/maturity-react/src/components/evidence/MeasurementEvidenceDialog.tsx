import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Evidence,
  Measurement,
  MetricDefinition,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../../api';
import { useTexts } from '../../language';
import { useLoad } from '../../state';
import { DialogFrame } from '../dialogs/DialogFrame';
import { QuietButton } from '../page';
import { Skeleton, StateBoundary } from '../state';
import { EvidencePages } from './EvidencePages';
import { FactEvents } from './FactEvents';
import { MeasurementFacts } from './MeasurementFacts';

/** As much evidence as one page asks for: what a measurement keeps at most. */
const ALL_EVIDENCE = 1000;

/** Options of {@link MeasurementEvidenceDialog}. @public */
export interface MeasurementEvidenceDialogProps {
  entityRef: string;
  metric: string;
  window: TimeWindow;
  timeZone: string;
  /** Told when a correction may have moved the number. */
  onChanged?: () => void;
  onClose: () => void;
}

/**
 * What a number is made of: formula, sample and every item; an item opens to
 * the events that made it.
 *
 * @public
 */
export function MeasurementEvidenceDialog(
  props: MeasurementEvidenceDialogProps,
) {
  const { entityRef, metric, window, timeZone, onChanged, onClose } = props;
  const { from, to } = window;
  const api = useApi(maturityApiRef);
  const { t } = useTexts();
  const [item, setItem] = useState<Evidence>();
  const [page, setPage] = useState(0);
  const load = useCallback(
    async (
      signal: AbortSignal,
    ): Promise<{
      measurement?: Measurement;
      definition?: MetricDefinition;
    }> => {
      const [definitions, [measurement]] = await Promise.all([
        api.getMetrics(),
        api.getMeasurements({
          entityRef,
          metrics: [metric],
          window: { from, to },
          evidence: ALL_EVIDENCE,
          signal,
        }),
      ]);
      return {
        measurement,
        definition: definitions.find(one => one.id === metric),
      };
    },
    [api, entityRef, metric, from, to],
  );
  const { state, reload } = useLoad({ load });
  const retry = () => {
    reload();
  };
  const changed = () => {
    reload();
    onChanged?.();
  };
  return (
    <DialogFrame title={t('measurement.title')} onClose={onClose}>
      {item && (
        <>
          <BackButton onClick={() => setItem(undefined)} />
          <FactEvents
            entityRef={entityRef}
            fact={item}
            timeZone={timeZone}
            onChanged={changed}
          />
        </>
      )}
      {/* Kept, so that the list is where it was on the way back. */}
      <div hidden={item !== undefined}>
        <StateBoundary
          state={state}
          skeleton={<Skeleton height={360} />}
          onRetry={retry}
          loading={t('measurement.loading')}
        >
          {({ measurement, definition }) =>
            measurement ? (
              <>
                <MeasurementFacts
                  measurement={measurement}
                  definition={definition}
                  timeZone={timeZone}
                />
                <EvidencePages
                  measurement={measurement}
                  timeZone={timeZone}
                  page={page}
                  onPage={setPage}
                  onItem={setItem}
                  returnTo={item}
                />
              </>
            ) : (
              <p>{t('measurement.none')}</p>
            )
          }
        </StateBoundary>
      </div>
    </DialogFrame>
  );
}

/** Takes the focus, so that whoever hears the page knows where they are. */
function BackButton(props: { onClick: () => void }) {
  const { t } = useTexts();
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    place.current?.querySelector('button')?.focus();
  }, []);
  return (
    <span ref={place}>
      <QuietButton onClick={props.onClick}>
        <span aria-hidden="true">‹</span> {t('measurement.back')}
      </QuietButton>
    </span>
  );
}
