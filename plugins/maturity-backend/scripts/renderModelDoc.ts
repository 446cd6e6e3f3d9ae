import type {
  Criterion,
  LocalizedText,
  MetricDefinition,
  MetricUnit,
  Model,
  ModelNode,
  SubItem,
} from '@devops-scorecards/plugin-maturity-common';
import { isSubItem } from '@devops-scorecards/plugin-maturity-common';

type Language = keyof LocalizedText;
type Metrics = ReadonlyMap<string, MetricDefinition>;

const WORDS = {
  en: {
    heading: 'English',
    appliesTo: 'Applies to',
    annotation:
      'entities whose annotation or primary-model rule names it, and no others',
    version: (model: Model) =>
      `Version ${model.version}, in force from ${model.effectiveFrom}.`,
    columns: ['Level', 'Criterion', 'Judged by', 'Provenance', 'What to do'],
    attestation: 'Attestation',
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

/** The page of a model, in both languages. */
export function renderModelDoc(model: Model, metrics: Metrics): string {
  return `${[
    `# ${model.title.en} · ${model.title['zh-CN']}`,
    '<!-- Written by plugins/maturity-backend/scripts/generate-model-docs.cjs from the model pack; change the pack and run it. -->',
    // Padding a table whose cells are sentences makes it harder to read.
    '<!-- prettier-ignore-start -->',
    ...renderLanguage(model, metrics, 'en'),
    ...renderLanguage(model, metrics, 'zh-CN'),
    '<!-- prettier-ignore-end -->',
  ].join('\n\n')}\n`;
}

function renderLanguage(
  model: Model,
  metrics: Metrics,
  language: Language,
): string[] {
  const words = WORDS[language];
  const { target } = model;
  const kinds = target
    ? [...target.kinds, ...(target.types ?? []), ...(target.tiers ?? [])].join(
        ', ',
      )
    : words.annotation;
  return [
    `## ${words.heading}`,
    model.description[language],
    `\`${model.id}\`. ${words.version(model)} ${words.appliesTo}${
      words.colon
    }${kinds}.`,
    model.attribution[language],
    model.levels
      .map(({ level, title }) => `${level}. ${title[language]}`)
      .join('\n'),
    ...renderNodes(model.children, 3, metrics, language),
  ];
}

function renderNodes(
  nodes: readonly ModelNode[],
  depth: number,
  metrics: Metrics,
  language: Language,
): string[] {
  return nodes.flatMap(node => [
    `${'#'.repeat(depth)} ${node.id} ${node.title[language]}`,
    ...(node.description ? [node.description[language]] : []),
    ...(isSubItem(node)
      ? [renderTable(node, metrics, language)]
      : renderNodes(node.children, depth + 1, metrics, language)),
  ]);
}

function renderTable(
  subItem: SubItem,
  metrics: Metrics,
  language: Language,
): string {
  const { columns, effort, colon } = WORDS[language];
  const rows = [...subItem.criteria]
    .sort((left, right) => left.level - right.level)
    .map(criterion => [
      String(criterion.level),
      `${criterion.title[language]}<br>\`${criterion.id}\``,
      renderRule(criterion, metrics, language),
      renderProvenance(criterion, language),
      [
        criterion.guidance?.[language],
        criterion.effort && `${effort}${colon}${criterion.effort}`,
      ]
        .filter(Boolean)
        .join('<br>'),
    ]);
  return [columns, columns.map(() => '---'), ...rows]
    .map(
      cells =>
        `| ${cells.map(cell => cell.replace(/\|/g, '\\|')).join(' | ')} |`,
    )
    .join('\n');
}

function renderRule(
  criterion: Criterion,
  metrics: Metrics,
  language: Language,
): string {
  const words = WORDS[language];
  switch (criterion.kind) {
    case 'metric': {
      const metric = metrics.get(criterion.metric)!;
      const operator = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' }[
        criterion.operator
      ];
      const name = `${words.statistic[criterion.statistic]}[${
        metric.title[language]
      }](../${metric.page})`;
      const limit = renderLimit(criterion.threshold, metric.unit);
      return `${name} ${operator} ${limit}<br>${
        words.onNone[criterion.onNone]
      }`;
    }
    case 'catalog':
      return criterion.oneOf
        ? `\`${criterion.path}\` ${words.oneOf} ${criterion.oneOf.join(', ')}`
        : `\`${criterion.path}\` ${words.present}`;
    case 'attestation':
      return `${words.attestation}${words.colon}${criterion.statement[language]}`;
    default:
      return words.sustained(criterion.atLeast, criterion.daysAgo.join(', '));
  }
}

function renderProvenance(criterion: Criterion, language: Language): string {
  const { kind, source, note } = criterion.provenance;
  const { provenance, colon } = WORDS[language];
  return [`${provenance[kind]}${colon}${source}`, note?.[language]]
    .filter(Boolean)
    .join('<br>');
}

function renderLimit(value: number, unit: MetricUnit): string {
  switch (unit) {
    case 'ratio':
      return `${Number((value * 100).toFixed(6))} %`;
    case 'duration':
      return renderDuration(value);
    case 'per-day':
      return value < 1
        ? `1 / ${Number((1 / value).toFixed(6))} d`
        : `${value} / d`;
    default:
      return String(value);
  }
}

function renderDuration(milliseconds: number): string {
  const units: [string, number][] = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1_000],
  ];
  const [name, size] = units.find(([, each]) => milliseconds % each === 0) ?? [
    'ms',
    1,
  ];
  return `${milliseconds / size} ${name}`;
}
