import type { LocalizedText, MetricArea } from './types';

/** Every {@link MetricArea} with its title, in the order in which pages list them. @public */
export const METRIC_AREAS: readonly { id: MetricArea; title: LocalizedText }[] =
  [
    { id: 'release', title: { en: 'Release', 'zh-CN': '发布' } },
    { id: 'delivery', title: { en: 'Delivery', 'zh-CN': '交付' } },
    {
      id: 'build',
      title: { en: 'Build and integration', 'zh-CN': '构建与集成' },
    },
    { id: 'code', title: { en: 'Code', 'zh-CN': '代码' } },
    { id: 'test', title: { en: 'Test', 'zh-CN': '测试' } },
    { id: 'security', title: { en: 'Security', 'zh-CN': '安全' } },
    { id: 'agile', title: { en: 'Agile development', 'zh-CN': '敏捷开发' } },
    {
      id: 'environment',
      title: { en: 'Environments and data', 'zh-CN': '环境与数据' },
    },
    { id: 'incident', title: { en: 'Faults', 'zh-CN': '故障' } },
    { id: 'alerting', title: { en: 'Alerting', 'zh-CN': '告警' } },
    { id: 'availability', title: { en: 'Availability', 'zh-CN': '可用性' } },
    { id: 'architecture', title: { en: 'Architecture', 'zh-CN': '架构' } },
    { id: 'observability', title: { en: 'Observability', 'zh-CN': '可观测' } },
    { id: 'inspection', title: { en: 'Inspection', 'zh-CN': '巡检' } },
    { id: 'capacity', title: { en: 'Capacity', 'zh-CN': '容量' } },
    {
      id: 'drill',
      title: { en: 'Emergency and drills', 'zh-CN': '应急与演练' },
    },
    {
      id: 'continuity',
      title: { en: 'Backup and recovery', 'zh-CN': '备份与恢复' },
    },
    {
      id: 'risk',
      title: { en: 'Risks and operations data', 'zh-CN': '隐患与运维数据' },
    },
  ];
