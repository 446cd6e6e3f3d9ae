import type {
  IncidentRecord,
  Measurement,
} from '@devops-scorecards/plugin-maturity-common';
import {
  formatValue,
  Skeleton,
  StateBoundary,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts, type StabilityTexts } from '../../translation';
import {
  toErrorBudgetView,
  toTimeShareView,
} from '../../views/availabilityView';
import { isOpen } from '../../views/incidentView';
import { useIncidents } from '../incidents/useIncidents';
import { MetricTile } from '../metrics/MetricTile';
import { CARD_METRICS } from '../page/stabilityMetrics';
import { measurementOf, useMeasurements } from '../page/useMeasurements';
import { CardLine } from './CardLine';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: theme.spacing(1.5, 0, 0), padding: 0 },
}));

/** Availability, error budget, open incidents, discovery and automation. */
export function CardMeasures(props: {
  entityRef: string;
  timeZone: string;
  fingerprint: string;
}) {
  const { entityRef, timeZone, fingerprint } = props;
  const words = useStabilityTexts();
  const { t } = words;
  const classes = useStyles();
  const measured = useMeasurements({
    entityRef,
    fingerprint,
    metrics: CARD_METRICS,
  });
  const incidents = useIncidents({ entityRef, fingerprint });
  return (
    <StateBoundary
      state={measured.state}
      skeleton={<Skeleton height={180} />}
      onRetry={measured.retry}
      loading={t('page.measurementsLoading')}
    >
      {measurements => (
        <ul className={classes.list}>
          {measurements.measurements.map(measurement => (
            <MetricTile
              key={measurement.metric}
              short
              measurement={measurement}
              timeZone={timeZone}
              view={viewOf(measurement, { ...words, timeZone })}
              definition={measurements.definitions.find(
                ({ id }) => id === measurement.metric,
              )}
            />
          ))}
          <CardLine title={t('card.openIncidents')}>
            <StateBoundary
              state={incidents.state}
              skeleton={<Skeleton height={20} />}
              onRetry={incidents.retry}
              loading={t('incidents.loading')}
            >
              {all =>
                measurementOf(measurements, 'availability')?.status ===
                  'no-source' && all.length === 0
                  ? t('card.notConnected')
                  : openWords(all, words)
              }
            </StateBoundary>
          </CardLine>
        </ul>
      )}
    </StateBoundary>
  );
}

/** Shares of time are told as times; the others as usual. */
function viewOf(
  measurement: Measurement,
  options: StabilityTexts & { timeZone: string },
) {
  switch (measurement.metric) {
    case 'availability':
      return toTimeShareView(measurement, options);
    case 'error-budget': {
      const budget = toErrorBudgetView(measurement, options);
      const view = toTimeShareView(measurement, options);
      if (budget) {
        return { ...view, value: budget.state };
      }
      return measurement.needs?.length
        ? {
            ...view,
            notes: [...view.notes, options.t('availability.noTarget')],
          }
        : view;
    }
    default:
      return undefined;
  }
}

function openWords(
  incidents: IncidentRecord[],
  { t, texts }: StabilityTexts,
): string {
  const open = incidents.filter(isOpen);
  if (open.length === 0) {
    return t('card.none');
  }
  const oldest = Math.max(0, ...open.map(({ age = 0 }) => age));
  const comma = texts.locale === 'zh-CN' ? '，' : ', ';
  return [
    t('card.count', { count: open.length }),
    t('card.oldest', {
      age: formatValue({ value: oldest, unit: 'duration', texts }),
    }),
  ].join(comma);
}
