import type {
  PortfolioMetric,
  PortfolioQuestion,
} from '@devops-scorecards/plugin-maturity-node';
import { portfolioMetric } from '../domain/portfolio';

/** The page of a built-in metric of a portfolio, as Markdown. */
export function renderPortfolioPage(metric: PortfolioMetric): string {
  const { definition } = portfolioMetric(metric);
  const { id, title, description, direction, minimum, source } = definition;
  return [
    `# ${title.en} · ${title['zh-CN']}`,
    '',
    '<!-- Generated from the declaration of the metric. Change that and run the test of this file with UPDATE_DOCS=1, then prettier. -->',
    '',
    description.en,
    '',
    description['zh-CN'],
    '',
    '| | |',
    '| --- | --- |',
    `| id | \`${id}\` |`,
    '| unit | ratio, 0 to 1 |',
    `| better | ${direction} |`,
    `| facts | ${definition.requires.join(', ')} |`,
    '| of | all services of the owner |',
    '| window | its local days that are over |',
    `| minimum sample | ${minimum} |`,
    `| source | ${source} |`,
    '',
    '## Definition',
    '',
    '```',
    'services with such a fact',
    '─────────────────────────',
    '      all services',
    '```',
    '',
    `Services are the components that the catalog names the same owner of, the one that is looked at included. Such a fact is ${questionText(
      metric.service,
    )}, and counts in the window. Facts of every source prove it.`,
    '',
    'The number is that of the owner. Each of its services inherits it, and says so.',
    '',
    '## Statuses',
    '',
    'What they mean for every metric is on [its own page](./measurements.md#statuses).',
    '',
    '| status | here |',
    '| --- | --- |',
    '| `ok` | at least one of the services has a source of such facts |',
    '| `insufficient` | no day of the window is over yet |',
    '| `none` | never: a service is there or not |',
    '| `no-source` | none of the services has a source of such facts; or the entity has no owner, and the page asks for one |',
    '| `stale` | never: a source that has fallen silent proves what it has told |',
    '| `error` | the computation failed; the reason is kept |',
    '',
    '## Edge cases',
    '',
    '- A service that no source is connected to counts as one that has none. How many they are is shown beside the share.',
    '- What happens today counts from the next local midnight on. So an event changes the level of its own service only; the others follow at midnight, when all of them are looked at. What becomes known late of a day that is over follows at midnight, too.',
    '- Who owns what is taken from the catalog as it was known at the knowledge sequence. A past window is counted with the services of then only where the past knowledge is asked for.',
    '- The services are counted and not listed: who sees one of them need not see the others.',
    '- Groups below the owner are owners of their own.',
    '',
    '## Worked example',
    '',
    'A team owns 20 components. 15 of them have such a fact, 3 have a source and no such fact, 2 have no source: 15 / 20 = 75 %, and nothing is known of 2.',
    '',
    '## What others do',
    '',
    '- Dividing by the services with a source only: then disconnecting one raises the share.',
    '- Counting repositories: several services may live in one, and a service without one is not missed.',
    '',
  ].join('\n');
}

function questionText({
  fact,
  fields = {},
  known = [],
}: PortfolioQuestion): string {
  const values = Object.entries(fields).map(([field, wanted]) => {
    const choices = [wanted].flat().map(value => `\`${value}\``);
    return `\`${field}\` is ${choices.join(' or ')}`;
  });
  const present = known.map(field => `\`${field}\` is known`);
  return `a fact of kind \`${fact}\` whose ${[...values, ...present].join(
    ', ',
  )}`;
}
