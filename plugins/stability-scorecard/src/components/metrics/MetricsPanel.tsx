import {
  ConnectButton,
  Panel,
  Skeleton,
  StateBoundary,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import type { PageContext } from '../page/pageContext';
import { useMeasurements } from '../page/useMeasurements';
import { MetricTile } from './MetricTile';

const useStyles = makeStyles(theme => ({
  text: { margin: theme.spacing(0, 0, 1), fontSize: '0.875rem' },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
    columnGap: theme.spacing(4),
  },
}));

/** Metrics that are shown as they are, each with what it means. */
export function MetricsPanel(props: {
  title: string;
  text: string;
  metrics: readonly string[];
  page: PageContext;
  /** Said instead where no source of any of them is connected. */
  unconnected: string;
}) {
  const { title, text, metrics, page, unconnected } = props;
  const { t } = useStabilityTexts();
  const classes = useStyles();
  const { state, retry } = useMeasurements({ ...page, metrics });
  return (
    <Panel title={title}>
      <StateBoundary
        state={state}
        skeleton={<Skeleton height={180} />}
        onRetry={retry}
        loading={t('page.measurementsLoading')}
      >
        {({ measurements, definitions }) =>
          measurements.every(({ status }) => status === 'no-source') ? (
            <p className={classes.text}>
              {unconnected} <ConnectButton about={title} />
            </p>
          ) : (
            <>
              <p className={classes.text}>{text}</p>
              <ul className={classes.list}>
                {measurements.map(measurement => (
                  <MetricTile
                    key={measurement.metric}
                    measurement={measurement}
                    timeZone={page.timeZone}
                    definition={definitions.find(
                      definition => definition.id === measurement.metric,
                    )}
                  />
                ))}
              </ul>
            </>
          )
        }
      </StateBoundary>
    </Panel>
  );
}
