import type {
  LocalizedText,
  Model,
} from '@devops-scorecards/plugin-maturity-common';

/** A language of the pages. */
export type Language = keyof LocalizedText;

/** What the pages of models say around the texts of the packs. */
export const WORDS = {
  en: {
    heading: 'English',
    appliesTo: 'Applies to',
    annotation:
      'entities whose annotation or primary-model rule names it, and no others',
    version: (model: Model) =>
      `Version ${model.version}, in force from ${model.effectiveFrom}.`,
    columns: ['Level', 'Criterion', 'Judged by', 'Provenance', 'What to do'],
    attestation: 'Attestation',
    evidence: 'Evidence',
    or: 'or: ',
    and: ' and ',
    contradicted: 'Contradicted while ',
    mustHave: 'must-have',
    floor: 'cannot be waived',
    deciders: 'What decides each level',
    subItem: 'Sub-item',
    level: 'Level',
    kinds: {
      metric: 'metric',
      catalog: 'catalog fact',
      attestation: 'attestation',
      sustained: 'earlier levels',
    },
    scorecards: {
      maturity: 'Scorecard: maturity',
      stability: 'Scorecard: stability',
    },
    companion: 'accompanies the primary model, without a level of its own',
    present: 'is filled in',
    oneOf: 'is one of',
    sustained: (level: number, days: string) =>
      `Level ${level} or higher ${days} days ago`,
    statistic: {
      value: '',
      mean: 'mean of ',
      p50: 'median of ',
      p85: 'p85 of ',
      p90: 'p90 of ',
      p95: 'p95 of ',
      max: 'maximum of ',
    },
    onNone: {
      'not-applicable': 'not applicable when nothing happened',
      pass: 'met when nothing happened',
      undecided: 'undecided when nothing happened',
    },
    provenance: {
      sourced: 'sourced',
      practitioner: 'practitioner',
      inferred: 'inferred',
    },
    effort: 'Effort',
    colon: ': ',
  },
  'zh-CN': {
    heading: '中文',
    appliesTo: '适用于',
    annotation: '通过注解或主模型规则指定的实体',
    version: (model: Model) =>
      `版本 ${model.version}，自 ${model.effectiveFrom} 起生效。`,
    columns: ['级别', '准则', '判定依据', '来源', '改进方法'],
    attestation: '人工举证',
    evidence: '证据',
    or: '或：',
    and: ' 且 ',
    contradicted: '以下情况视为矛盾：',
    mustHave: '必备项',
    floor: '不可豁免',
    deciders: '各级判定依据',
    subItem: '子项',
    level: '级别',
    kinds: {
      metric: '指标',
      catalog: '目录事实',
      attestation: '人工举证',
      sustained: '历史级别',
    },
    scorecards: {
      maturity: '评分卡：成熟度',
      stability: '评分卡：稳定性',
    },
    companion: '伴随主模型，自身不给出级别',
    present: '已填写',
    oneOf: '取值为',
    sustained: (level: number, days: string) =>
      `${days} 天前均不低于 ${level} 级`,
    statistic: {
      value: '',
      mean: '平均 ',
      p50: '中位 ',
      p85: 'P85 ',
      p90: 'P90 ',
      p95: 'P95 ',
      max: '最大 ',
    },
    onNone: {
      'not-applicable': '无事件时不适用',
      pass: '无事件时视为满足',
      undecided: '无事件时未判定',
    },
    provenance: {
      sourced: '标准原文',
      practitioner: '业界实践',
      inferred: '本产品推定',
    },
    effort: '工作量',
    colon: '：',
  },
};
