import { builtInReading } from './builtInReading';

const draft = (process: string) =>
  `CSA stability standard draft (2025), ${process}; measure and limits inferred`;

const DRILL = draft('emergency and drill management');
const CONTINUITY = draft('continuity and recovery management');
const RISK = draft('risk and operations-data management');

/** Metrics of the readings of drills, backups and risks. */
export const continuityReadings = [
  builtInReading({
    id: 'emergency-plan-coverage',
    measure: 'emergency-plans',
    kind: 'latest-share',
    title: { en: 'Emergency-plan coverage', 'zh-CN': '应急预案覆盖率' },
    source: DRILL,
  }),
  builtInReading({
    id: 'drill-coverage',
    measure: 'drilled-plans',
    kind: 'latest-share',
    title: { en: 'Drill coverage', 'zh-CN': '预案演练覆盖率' },
    source: DRILL,
  }),
  builtInReading({
    id: 'drill-success-rate',
    measure: 'drills',
    kind: 'pooled-share',
    minimum: 1,
    title: { en: 'Drill success rate', 'zh-CN': '演练达标率' },
    source: DRILL,
  }),
  builtInReading({
    id: 'drills-held',
    measure: 'drills',
    kind: 'total',
    title: { en: 'Drills held', 'zh-CN': '演练次数' },
    source: DRILL,
  }),
  builtInReading({
    id: 'chaos-coverage',
    measure: 'chaos-services',
    kind: 'latest-share',
    title: { en: 'Fault-injection coverage', 'zh-CN': '故障注入覆盖率' },
    source: DRILL,
  }),
  builtInReading({
    id: 'automated-plan-rate',
    measure: 'automated-plans',
    kind: 'latest-share',
    title: { en: 'Automated-plan rate', 'zh-CN': '预案自动化率' },
    source: DRILL,
  }),
  builtInReading({
    id: 'backup-success-rate',
    measure: 'backups',
    kind: 'pooled-share',
    title: { en: 'Backup success rate', 'zh-CN': '备份成功率' },
    source: CONTINUITY,
  }),
  builtInReading({
    id: 'restore-verification-rate',
    measure: 'restored-backups',
    kind: 'latest-share',
    title: { en: 'Restore verification rate', 'zh-CN': '恢复验证率' },
    source: CONTINUITY,
  }),
  builtInReading({
    id: 'disaster-drill-coverage',
    measure: 'disaster-drills',
    kind: 'latest-share',
    title: { en: 'Disaster-drill coverage', 'zh-CN': '灾备切换演练覆盖率' },
    source: CONTINUITY,
  }),
  builtInReading({
    id: 'recovery-objective-rate',
    measure: 'recovery-objectives',
    kind: 'pooled-share',
    minimum: 1,
    title: { en: 'Recovery-objective attainment', 'zh-CN': '恢复目标达成率' },
    source: CONTINUITY,
  }),
  builtInReading({
    id: 'hazard-closure-rate',
    measure: 'hazards',
    kind: 'pooled-share',
    minimum: 1,
    title: { en: 'Hazard closure rate', 'zh-CN': '隐患按期整改率' },
    source: RISK,
  }),
  builtInReading({
    id: 'proactive-risk-rate',
    measure: 'risks-found',
    kind: 'pooled-share',
    minimum: 1,
    title: { en: 'Proactive risk rate', 'zh-CN': '风险主动发现率' },
    source: RISK,
  }),
  builtInReading({
    id: 'catalog-accuracy',
    measure: 'catalog-entries',
    kind: 'latest-share',
    title: { en: 'Catalog accuracy', 'zh-CN': '目录数据准确率' },
    source: RISK,
  }),
  builtInReading({
    id: 'self-healing-rate',
    measure: 'self-healed-events',
    kind: 'pooled-share',
    minimum: 1,
    title: { en: 'Self-healing rate', 'zh-CN': '故障自愈率' },
    source: RISK,
  }),
];
