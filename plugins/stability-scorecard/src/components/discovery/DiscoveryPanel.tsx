import {
  ConnectButton,
  Panel,
  Skeleton,
  StateBoundary,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import { toDiscoveryView } from '../../views/discoveryView';
import { MetricTile } from '../metrics/MetricTile';
import type { PageContext } from '../page/pageContext';
import { AUTOMATION_METRICS } from '../page/stabilityMetrics';
import {
  measurementOf,
  useMeasurements,
  type Measurements,
} from '../page/useMeasurements';
import { DiscoveryBar } from './DiscoveryBar';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
    gap: theme.spacing(2, 4),
    alignItems: 'start',
  },
  text: { margin: theme.spacing(0, 0, 1), fontSize: '0.875rem' },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& > li:first-child': { borderTop: 'none', paddingTop: 0 },
  },
}));

/** Who noticed the faults first, beside what machines do. */
export function DiscoveryPanel(props: { page: PageContext }) {
  const { page } = props;
  const { t } = useStabilityTexts();
  const { state, retry } = useMeasurements({
    ...page,
    metrics: AUTOMATION_METRICS,
  });
  return (
    <Panel title={t('discovery.title')}>
      <StateBoundary
        state={state}
        skeleton={<Skeleton height={220} />}
        onRetry={retry}
        loading={t('page.measurementsLoading')}
      >
        {measurements => (
          <DiscoveryBody measurements={measurements} timeZone={page.timeZone} />
        )}
      </StateBoundary>
    </Panel>
  );
}

function DiscoveryBody(props: {
  measurements: Measurements;
  timeZone: string;
}) {
  const { measurements, timeZone } = props;
  const words = useStabilityTexts();
  const { t } = words;
  const classes = useStyles();
  const rate = measurementOf(measurements, 'monitoring-discovery-rate');
  const view = rate && toDiscoveryView(rate, words);
  return (
    <div className={classes.columns}>
      <div>
        {view ? (
          <>
            <p className={classes.text}>{t('discovery.text')}</p>
            <DiscoveryBar view={view} />
          </>
        ) : (
          <p className={classes.text}>
            {rate?.status === 'no-source' || !rate
              ? t('incidents.noneConnect')
              : t('discovery.none')}{' '}
            {(rate?.status === 'no-source' || !rate) && (
              <ConnectButton about={t('discovery.title')} />
            )}
          </p>
        )}
        {rate?.status === 'no-source' && (
          <p className={classes.text}>{t('discovery.fromAlerts')}</p>
        )}
      </div>
      <ul className={classes.list} aria-label={t('discovery.rates')}>
        {measurements.measurements.map(measurement => (
          <MetricTile
            key={measurement.metric}
            measurement={measurement}
            timeZone={timeZone}
            definition={measurements.definitions.find(
              ({ id }) => id === measurement.metric,
            )}
          />
        ))}
      </ul>
    </div>
  );
}
