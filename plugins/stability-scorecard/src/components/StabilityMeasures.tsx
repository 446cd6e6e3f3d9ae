import { useStabilityTexts } from '../translation';
import { DiscoveryPanel } from './discovery/DiscoveryPanel';
import { DistributionsPanel } from './distribution/DistributionsPanel';
import { MetricsPanel } from './metrics/MetricsPanel';
import type { PageContext } from './page/pageContext';
import {
  ALERTING_METRICS,
  CHANGE_METRICS,
  RECOVERY_METRICS,
} from './page/stabilityMetrics';

/** What is measured of faults, alerts and changes of the window. */
export function StabilityMeasures(props: { page: PageContext }) {
  const { page } = props;
  const { t } = useStabilityTexts();
  return (
    <>
      <DiscoveryPanel page={page} />
      <DistributionsPanel page={page} />
      <MetricsPanel
        title={t('recovery.title')}
        text={t('recovery.text')}
        metrics={RECOVERY_METRICS}
        page={page}
        unconnected={t('recovery.none')}
      />
      <MetricsPanel
        title={t('alerting.title')}
        text={t('alerting.text')}
        metrics={ALERTING_METRICS}
        page={page}
        unconnected={t('alerting.none')}
      />
      <MetricsPanel
        title={t('changes.title')}
        text={t('changes.text')}
        metrics={CHANGE_METRICS}
        page={page}
        unconnected={t('changes.none')}
      />
    </>
  );
}
