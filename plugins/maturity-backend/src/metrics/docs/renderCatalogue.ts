import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import { METRIC_CATALOGUE, type CatalogueEntry } from '../domain/catalogue';

/**
 * Which metric, reading or attestation stands for every item of the references,
 * as Markdown.
 *
 * @param definitions - of the built-in metrics
 */
export function renderCatalogue(
  definitions: readonly MetricDefinition[],
): string {
  const byId = new Map(definitions.map(each => [each.id, each]));
  const named = new Set(
    METRIC_CATALOGUE.flatMap(({ entries }) => entries).flatMap(
      ({ metrics }) => metrics,
    ),
  );
  return [
    '# The catalogue of metrics',
    '',
    '<!-- Generated from src/metrics/domain/catalogue of plugins/maturity-backend. Change that and run its test with UPDATE_DOCS=1, then prettier. -->',
    '',
    'What measures each item of the references. A metric of **facts** is computed',
    'from runs, deployments, changes, incidents and the like; one of a **reading**',
    'from what a tool or a person counted and sent under a name, see',
    '[readings](./readings.md); where only people can tell, an **attestation** asks',
    'for it, or is accepted beside the metric.',
    '',
    'Numbers of items are those of our digest of the standards: the texts are not',
    'public, and names and formulas that we inferred are marked as such on the page',
    'of each metric.',
    ...METRIC_CATALOGUE.flatMap(({ title, entries }) => [
      '',
      `## ${title.en} · ${title['zh-CN']}`,
      '',
      '| Item | Name | Metric | Made of | Attestation |',
      '| --- | --- | --- | --- | --- |',
      ...entries.map(entry => renderRow(entry, byId)),
      ...renderNotes(entries),
    ]),
    '',
    '## Other metrics',
    '',
    'Metrics that no item above asks for.',
    '',
    ...definitions
      .filter(({ id, portfolio }) => !named.has(id) && !portfolio)
      .map(
        ({ id, title }) => `- [${title.en}](./${id}.md) · ${title['zh-CN']}`,
      ),
    '',
    '## Portfolios',
    '',
    'Most metrics are of one entity. These are of all services of its owner: the',
    'entity inherits the number, and pages say so ([ADR 0013](../adr/0013-portfolios.md)).',
    '',
    ...definitions
      .filter(({ portfolio }) => portfolio)
      .map(
        ({ id, title }) => `- [${title.en}](./${id}.md) · ${title['zh-CN']}`,
      ),
    '',
    'Where another item means a share of a group, it is the sum of numerators by the',
    'sum of denominators of its services.',
    '',
  ].join('\n');
}

function renderRow(
  { id, title, metrics, attestation }: CatalogueEntry,
  byId: ReadonlyMap<string, MetricDefinition>,
): string {
  const definitions = metrics.map(metric => byId.get(metric)!);
  const links = definitions.map(each => `[\`${each.id}\`](./${each.id}.md)`);
  const made = definitions.map(({ measure, requires }) =>
    measure === undefined
      ? `facts: ${requires.join(', ')}`
      : `reading: \`${measure}\``,
  );
  return [
    '',
    ` ${id} `,
    ` ${title.en} · ${title['zh-CN']} `,
    ` ${links.join('<br>')} `,
    ` ${made.join('<br>')} `,
    ` ${attestation === undefined ? '' : `\`${attestation}\``} `,
    '',
  ].join('|');
}

function renderNotes(entries: readonly CatalogueEntry[]): string[] {
  const notes = entries.flatMap(({ id, note }) =>
    note === undefined ? [] : [`- **${id}**: ${note}`],
  );
  return notes.length === 0 ? [] : ['', ...notes];
}
