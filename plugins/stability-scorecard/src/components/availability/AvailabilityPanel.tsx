import { useCallback } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  daysBefore,
  scorecardWindow,
  type CalendarStatus,
  type IncidentRecord,
} from '@devops-scorecards/plugin-maturity-common';
import {
  maturityApiRef,
  Panel,
  Skeleton,
  StateBoundary,
  useLoad,
} from '@devops-scorecards/plugin-maturity-react';
import { useStabilityTexts } from '../../translation';
import { MOST_INCIDENTS } from '../incidents/useIncidents';
import type { PageContext } from '../page/pageContext';
import { AVAILABILITY_METRICS } from '../page/stabilityMetrics';
import { useMeasurements } from '../page/useMeasurements';
import { AvailabilityBody } from './AvailabilityBody';

/** Local days before the window in which an outage that reaches into it may have begun. */
const LOOK_BACK_DAYS = 90;

/** Availability against the service hours of the entity. */
export function AvailabilityPanel(props: {
  entity: Entity;
  page: PageContext;
  /** When the scorecard is about: the window of now ends there. */
  asOf: number;
}) {
  const { entity, page, asOf } = props;
  const { t } = useStabilityTexts();
  const measured = useMeasurements({ ...page, metrics: AVAILABILITY_METRICS });
  const outages = useOutages(page, asOf);
  const skeleton = <Skeleton height={240} />;
  return (
    <Panel title={t('availability.title')}>
      <StateBoundary
        state={measured.state}
        skeleton={skeleton}
        onRetry={measured.retry}
        loading={t('page.measurementsLoading')}
      >
        {measurements => (
          <StateBoundary
            state={outages.state}
            skeleton={skeleton}
            onRetry={outages.retry}
            loading={t('incidents.loading')}
          >
            {({ incidents, calendars }) => (
              <AvailabilityBody
                entity={entity}
                timeZone={page.timeZone}
                measurements={measurements}
                incidents={incidents}
                calendars={calendars}
              />
            )}
          </StateBoundary>
        )}
      </StateBoundary>
    </Panel>
  );
}

/** The incidents that may have taken service time of the window, and the calendars. */
function useOutages(page: PageContext, now: number) {
  const { entityRef, timeZone, fingerprint, window, asOf } = page;
  const api = useApi(maturityApiRef);
  const { from, to } = window ?? {};
  const load = useCallback(
    async (
      signal: AbortSignal,
    ): Promise<{
      incidents: IncidentRecord[];
      calendars: CalendarStatus[];
    }> => {
      const shown =
        from === undefined || to === undefined
          ? scorecardWindow(now, timeZone)
          : { from, to };
      const [incidents, calendars] = await Promise.all([
        api.getIncidents({
          entityRef,
          window: {
            from: daysBefore(shown.from, LOOK_BACK_DAYS, timeZone),
            to: shown.to,
          },
          asOf,
          limit: MOST_INCIDENTS,
          signal,
        }),
        api.getCalendars(),
      ]);
      return { incidents, calendars };
    },
    // A new result comes with new incidents; now moves all the time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, entityRef, timeZone, fingerprint, from, to, asOf],
  );
  const { state, reload } = useLoad({ load, keep: true });
  const retry = useCallback(() => {
    reload();
  }, [reload]);
  return { state, retry };
}
