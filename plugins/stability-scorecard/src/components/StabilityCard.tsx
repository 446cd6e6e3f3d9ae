import {
  InfoCard,
  Link,
  type InfoCardVariants,
} from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { rootRouteRef } from '../routes';
import { useStabilityTexts } from '../translation';
import { CardContent } from './card/CardContent';

/** How stable the entity is, for the overview. */
export function StabilityCard(props: { variant?: InfoCardVariants }) {
  const { t } = useStabilityTexts();
  const link = useRouteRef(rootRouteRef);
  return (
    <InfoCard
      title={t('page.title')}
      variant={props.variant}
      deepLink={{ title: t('page.open'), link: link() }}
    >
      <CardContent />
    </InfoCard>
  );
}

/** The same in the clothes of the new frontend system's entity page. */
export function StabilityEntityCard() {
  const { t } = useStabilityTexts();
  const link = useRouteRef(rootRouteRef);
  return (
    <EntityInfoCard
      title={t('page.title')}
      footerActions={<Link to={link()}>{t('page.open')}</Link>}
    >
      <CardContent />
    </EntityInfoCard>
  );
}
