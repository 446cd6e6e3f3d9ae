import { createBackendModule } from '@backstage/backend-plugin-api';
import { isWorkingDay } from '@devops-scorecards/plugin-maturity-common';
import {
  maturityMetricsExtensionPoint,
  type PortfolioMetric,
  type ReadingMetric,
  type SampledMetric,
} from '@devops-scorecards/plugin-maturity-node';

/** How much reaches production on days on which nobody works. */
const freeDayDeploymentRate: SampledMetric = {
  definition: {
    id: 'free-day-deployment-rate',
    area: 'release',
    title: { en: 'Free-day deployment rate', 'zh-CN': '非工作日部署率' },
    description: {
      en: 'Share of production deployments that finished on a day on which nobody works.',
      'zh-CN': '生产部署中在非工作日完成的比例。',
    },
    unit: 'ratio',
    direction: 'lower',
    statistic: 'value',
    statistics: ['value'],
    requires: ['deployment'],
    minimum: 5,
    source: 'Our handbook, on-call',
    page: 'metrics/your-own.md',
  },
  sample({ facts, window, asOf, calendars, timeZone }) {
    const items = facts.flatMap(fact => {
      if (fact.kind !== 'deployment' || fact.fields.tier !== 'production') {
        return [];
      }
      const { finishedAt, outcome } = fact.fields;
      return outcome === 'success' &&
        finishedAt !== undefined &&
        finishedAt >= window.from &&
        finishedAt < Math.min(window.to, asOf)
        ? [
            {
              fact,
              at: finishedAt,
              hit: !isWorkingDay(calendars.work, finishedAt, timeZone),
            },
          ]
        : [];
    });
    return { form: 'share', items };
  },
};

/** Of something that somebody counts and sends with `maturity measure`. */
const handoverRate: ReadingMetric = {
  id: 'handover-rate',
  area: 'alerting',
  title: { en: 'Handover rate', 'zh-CN': '交接班记录率' },
  description: {
    en: 'Share of shifts that ended with a written handover, over all readings of the window.',
    'zh-CN': '有书面交接记录的班次占全部班次的比例，按时间窗口内全部读数合计。',
  },
  direction: 'higher',
  source: 'Our handbook, on-call',
  page: 'metrics/your-own.md',
  measure: 'handovers',
  kind: 'pooled-share',
};

/** Of all services of the owner of an entity, which inherits the number. */
const handoverCoverage: PortfolioMetric = {
  id: 'services-with-handovers',
  area: 'alerting',
  title: { en: 'Services with handovers', 'zh-CN': '交接班覆盖率' },
  description: {
    en: 'Share of the services of the owner whose handovers were counted in the window.',
    'zh-CN': '所有者名下的服务中，时间窗口内有交接班记录的服务所占比例。',
  },
  source: 'Our handbook, on-call',
  page: 'metrics/your-own.md',
  service: { fact: 'measure', fields: { name: 'handovers' } },
};

/** Adds them to the backend. */
export const onCallMetrics = createBackendModule({
  pluginId: 'maturity',
  moduleId: 'on-call-metrics',
  register(env) {
    env.registerInit({
      deps: { metrics: maturityMetricsExtensionPoint },
      async init({ metrics }) {
        metrics.addSampledMetric(freeDayDeploymentRate);
        metrics.addReadingMetric(handoverRate);
        metrics.addPortfolioMetric(handoverCoverage);
      },
    });
  },
});
