import {
  ConnectButton,
  Panel,
  pickText,
  Skeleton,
  StateBoundary,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import type { PageContext } from '../page/pageContext';
import { DURATION_METRICS } from '../page/stabilityMetrics';
import { useMeasurements } from '../page/useMeasurements';
import { DotStrip } from './DotStrip';

const useStyles = makeStyles(theme => ({
  text: {
    margin: theme.spacing(0, 0, 1.5),
    fontSize: '0.875rem',
    maxWidth: '90ch',
  },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
    [theme.breakpoints.up('lg')]: {
      gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    },
  },
}));

/** As many dots as are drawn at most. */
const MOST_DOTS = 500;

/** How long it took to detect, to acknowledge and to restore: a dot an incident. */
export function DistributionsPanel(props: { page: PageContext }) {
  const { page } = props;
  const { t, texts } = useStabilityTexts();
  const classes = useStyles();
  const { state, retry } = useMeasurements({
    ...page,
    metrics: DURATION_METRICS,
    evidence: MOST_DOTS,
  });
  return (
    <Panel title={t('distribution.title')}>
      <StateBoundary
        state={state}
        skeleton={<Skeleton height={220} />}
        onRetry={retry}
        loading={t('page.measurementsLoading')}
      >
        {({ measurements, definitions }) =>
          measurements.every(({ status }) => status === 'no-source') ? (
            <p className={classes.text}>
              {t('incidents.noneConnect')}{' '}
              <ConnectButton about={t('distribution.title')} />
            </p>
          ) : (
            <>
              <p className={classes.text}>{t('distribution.text')}</p>
              <div className={classes.grid}>
                {measurements.map(measurement => {
                  const definition = definitions.find(
                    ({ id }) => id === measurement.metric,
                  );
                  return (
                    <DotStrip
                      key={measurement.metric}
                      title={
                        definition
                          ? pickText(texts, definition.title)
                          : measurement.metric
                      }
                      measurement={measurement}
                      timeZone={page.timeZone}
                    />
                  );
                })}
              </div>
            </>
          )
        }
      </StateBoundary>
    </Panel>
  );
}
