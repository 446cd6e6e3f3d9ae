import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  GeneratedNote,
  Notice,
  Panel,
  Skeleton,
  StateBoundary,
  useTexts,
} from '@devops-scorecards/plugin-maturity-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { StabilityMeasurement } from './StabilityMeasurement';
import { StabilityTrends } from './StabilityTrends';
import { UnmeasuredPanel } from './UnmeasuredPanel';
import { useStability } from './useStability';

const useStyles = makeStyles(theme => ({
  body: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2) },
  title: { fontSize: '1.375rem', fontWeight: 600 },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 360px), 1fr))',
    columnGap: theme.spacing(4),
  },
  text: { margin: theme.spacing(0, 0, 1), fontSize: '0.875rem' },
}));

/** The entity's stability tab: what is measured, and what is not yet. */
export function StabilityContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { state, retry } = useStability(entityRef);
  const { t } = useTexts();
  const classes = useStyles();
  return (
    <div className={classes.body}>
      <Typography component="h2" className={classes.title}>
        {t('stability.title')}
      </Typography>
      <StateBoundary
        state={state}
        skeleton={<Skeleton height={280} />}
        onRetry={retry}
      >
        {({ measurements, definitions }) => (
          <>
            {measurements.some(one => one.generated) && <GeneratedNote />}
            {measurements.every(one => one.status === 'no-source') ? (
              <Notice
                title={t('stability.noneTitle')}
                text={t('stability.noneText')}
              />
            ) : (
              <>
                <Panel title={t('stability.changes')}>
                  <p className={classes.text}>{t('stability.changesText')}</p>
                  <ul className={classes.list}>
                    {measurements.map(measurement => (
                      <StabilityMeasurement
                        key={measurement.metric}
                        measurement={measurement}
                        definition={definitions.find(
                          definition => definition.id === measurement.metric,
                        )}
                      />
                    ))}
                  </ul>
                </Panel>
                <StabilityTrends
                  entityRef={entityRef}
                  definitions={definitions}
                />
              </>
            )}
          </>
        )}
      </StateBoundary>
      <UnmeasuredPanel />
    </div>
  );
}
