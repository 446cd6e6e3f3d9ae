import type { PortfolioMetric } from '@devops-scorecards/plugin-maturity-node';

/** What the product asks of all services of an owner. */
export const portfolioMetrics: readonly PortfolioMetric[] = [
  {
    id: 'services-under-version-control',
    area: 'code',
    title: {
      en: 'Services under version control',
      'zh-CN': '版本控制覆盖率',
    },
    description: {
      en: 'Share of the services of the owner whose trunk was updated in a connected version control in the window.',
      'zh-CN':
        '所有者名下的服务中，时间窗口内在已接入的版本控制系统中主干有更新的服务所占比例。',
    },
    source:
      'YD/T 3763.3-2021 (ITU-T Y.3525), version control: one central version control',
    page: 'metrics/services-under-version-control.md',
    service: { fact: 'change', fields: { trunk: true }, known: ['mergedAt'] },
  },
  {
    id: 'services-with-continuous-integration',
    area: 'build',
    title: {
      en: 'Services with continuous integration',
      'zh-CN': '持续集成覆盖率',
    },
    description: {
      en: 'Share of the services of the owner on whose trunk a pipeline run succeeded or failed in the window.',
      'zh-CN':
        '所有者名下的服务中，时间窗口内主干上有流水线运行成功或失败的服务所占比例。',
    },
    source: 'YD/T 3763.3-2021 (ITU-T Y.3525), integration service',
    page: 'metrics/services-with-continuous-integration.md',
    service: {
      fact: 'run',
      fields: { trunk: true, outcome: ['success', 'failure'] },
      known: ['finishedAt'],
    },
  },
  {
    id: 'services-released-by-pipeline',
    area: 'release',
    title: {
      en: 'Services released by a pipeline',
      'zh-CN': '流水线发布覆盖率',
    },
    description: {
      en: 'Share of the services of the owner that a pipeline has deployed to production in the window, with success.',
      'zh-CN':
        '所有者名下的服务中，时间窗口内由流水线成功部署到生产环境的服务所占比例。',
    },
    source:
      'YD/T 3763.3-2021 (ITU-T Y.3525), deployment and release; counted as the automated release rate counts',
    page: 'metrics/services-released-by-pipeline.md',
    service: {
      fact: 'deployment',
      fields: {
        tier: 'production',
        execution: 'pipeline',
        outcome: 'success',
      },
      known: ['finishedAt'],
    },
  },
];
