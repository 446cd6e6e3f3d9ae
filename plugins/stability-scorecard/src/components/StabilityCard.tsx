import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  InfoCard,
  Link,
  type InfoCardVariants,
} from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  Skeleton,
  StateBoundary,
  useTexts,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { rootRouteRef } from '../routes';
import { StabilityMeasurement } from './StabilityMeasurement';
import { useStability } from './useStability';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    fontFamily: theme.typography.fontFamily,
    '& > li:first-child': { borderTop: 'none' },
  },
}));

/** How changes to the entity go, for the overview. */
export function StabilityCard(props: { variant?: InfoCardVariants }) {
  const { t } = useTexts();
  const link = useRouteRef(rootRouteRef);
  return (
    <InfoCard
      title={t('stability.title')}
      variant={props.variant}
      deepLink={{ title: t('stability.open'), link: link() }}
    >
      <CardContent />
    </InfoCard>
  );
}

/** The same in the clothes of the new frontend system's entity page. */
export function StabilityEntityCard() {
  const { t } = useTexts();
  const link = useRouteRef(rootRouteRef);
  return (
    <EntityInfoCard
      title={t('stability.title')}
      footerActions={<Link to={link()}>{t('stability.open')}</Link>}
    >
      <CardContent />
    </EntityInfoCard>
  );
}

function CardContent() {
  const { entity } = useEntity();
  const { state, retry } = useStability(stringifyEntityRef(entity));
  const classes = useStyles();
  return (
    <StateBoundary
      state={state}
      skeleton={<Skeleton height={180} />}
      onRetry={retry}
    >
      {({ measurements, definitions }) => (
        <ul className={classes.list}>
          {measurements.map(measurement => (
            <StabilityMeasurement
              key={measurement.metric}
              short
              measurement={measurement}
              definition={definitions.find(
                definition => definition.id === measurement.metric,
              )}
            />
          ))}
        </ul>
      )}
    </StateBoundary>
  );
}
