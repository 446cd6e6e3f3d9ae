import type {
  Criterion,
  Model,
  ModelNode,
  SubItem,
} from '@devops-scorecards/plugin-maturity-common';
import {
  conditionsOf,
  isSubItem,
  subItemsOf,
} from '@devops-scorecards/plugin-maturity-common';
import { decidingCells } from './decidingCells';
import { WORDS } from './modelDocWords';
import type { Language } from './modelDocWords';
import { renderCondition, renderMetricName } from './renderCondition';
import type { Metrics } from './renderCondition';

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
    `\`${model.id}\`. ${words.version(model)} ${
      words.scorecards[model.scorecard]
    }${model.companion ? ` (${words.companion})` : ''}. ${words.appliesTo}${
      words.colon
    }${kinds}.`,
    model.attribution[language],
    model.levels
      .map(({ level, title }) => `${level}. ${title[language]}`)
      .join('\n'),
    `### ${words.deciders}`,
    renderDeciders(model, metrics, language),
    ...renderNodes(model.children, 3, metrics, language),
  ];
}

/** One row for each sub-item, one column for each level that has criteria. */
function renderDeciders(
  model: Model,
  metrics: Metrics,
  language: Language,
): string {
  const words = WORDS[language];
  const cells = decidingCells(model);
  const levels = [...new Set(cells.map(({ level }) => level))].sort();
  const rows = subItemsOf(model).map(({ id, title }) => [
    `${id} ${title[language]}`,
    ...levels.map(level =>
      cells
        .filter(cell => cell.subItem === id && cell.level === level)
        .flatMap(cell => cell.criteria)
        .map(criterion => {
          const name = renderName(criterion, metrics, language);
          const kind = words.kinds[criterion.kind];
          return `${kind}${words.colon}${name} (\`${criterion.id}\`)`;
        })
        .join('<br>'),
    ),
  ]);
  return renderRows([
    [words.subItem, ...levels.map(level => `${words.level} ${level}`)],
    ...rows,
  ]);
}

function renderName(
  criterion: Criterion,
  metrics: Metrics,
  language: Language,
): string {
  switch (criterion.kind) {
    case 'metric':
      return conditionsOf(criterion)
        .map(({ metric }) => renderMetricName(metric, metrics, language))
        .join(', ');
    case 'catalog':
      return `\`${criterion.path}\``;
    default:
      return criterion.title[language];
  }
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
  const { columns, effort, colon, mustHave, floor } = WORDS[language];
  const rows = [...subItem.criteria]
    .sort((left, right) => left.level - right.level)
    .map(criterion => [
      String(criterion.level),
      [
        criterion.title[language],
        `\`${criterion.id}\``,
        ...(criterion.mustHave ? [mustHave] : []),
        ...(criterion.waivable === false ? [floor] : []),
      ].join('<br>'),
      renderRule(criterion, metrics, language),
      renderProvenance(criterion, language),
      [
        criterion.guidance?.[language],
        criterion.effort && `${effort}${colon}${criterion.effort}`,
      ]
        .filter(Boolean)
        .join('<br>'),
    ]);
  return renderRows([columns, ...rows]);
}

function renderRows([head, ...rows]: string[][]): string {
  return [head, head.map(() => '---'), ...rows]
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
    case 'metric':
      return [
        renderCondition(criterion, metrics, language),
        ...(criterion.alternative
          ? [
              words.or +
                criterion.alternative
                  .map(other => renderCondition(other, metrics, language))
                  .join(words.and),
            ]
          : []),
        words.onNone[criterion.onNone],
      ].join('<br>');
    case 'catalog':
      return criterion.oneOf
        ? `\`${criterion.path}\` ${words.oneOf} ${criterion.oneOf.join(', ')}`
        : `\`${criterion.path}\` ${words.present}`;
    case 'attestation':
      return [
        `${words.attestation}${words.colon}${criterion.statement[language]}`,
        ...(criterion.evidence
          ? [`${words.evidence}${words.colon}${criterion.evidence[language]}`]
          : []),
        ...(criterion.contradictedBy
          ? [
              words.contradicted +
                renderCondition(criterion.contradictedBy, metrics, language),
            ]
          : []),
      ].join('<br>');
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
