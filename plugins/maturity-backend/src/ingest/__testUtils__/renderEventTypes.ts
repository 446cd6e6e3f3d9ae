import {
  type MappedEvent,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { buildCdevent, sampleNames, toCloudEvent } from './buildCdevent';
import { mappedSample } from './mapEvent';

/** The text of `docs/events/types.md`, made of the samples. */
export function renderEventTypes(): string {
  const rows = sampleNames.map(name => {
    const { type } = buildCdevent({ name }).context;
    const anchor = type.replace(/\./g, '');
    return `| [\`${type}\`](#${anchor}) | ${becomes(mappedSample({ name }))} |`;
  });
  const examples = sampleNames.map(name => {
    const data = buildCdevent({ name });
    const json = JSON.stringify(toCloudEvent(data), undefined, 2);
    const { type } = data.context;
    return `### ${type}\n\n${
      type.startsWith('dev.cdeventsx.')
        ? `\`\`\`sh\n${curl(json)}\n\`\`\`\n`
        : `\`\`\`json\n${json}\n\`\`\`\n`
    }`;
  });
  return `# Types of events

<!-- Made by eventReference.test.ts of plugins/maturity-backend; do not edit. -->

Every type that \`POST /api/maturity/v1/events\` takes, and what becomes of it.
Versions of a type are read alike, so \`0.1.0\`, \`0.3.0\` and \`0.4.0-draft\`
are one type. See [README.md](README.md) for the rules.

| Type | What it makes |
| --- | --- |
${rows.join('\n')}

## Examples

One of each, in the structured mode and in the envelope of CDEvents 0.5; our own
types as commands that can be run as they are, with a token in \`$TOKEN\`. In the
envelope of 0.4, \`context.specversion\` is \`context.version\`, \`uri\` is
\`url\`, and the subject has a \`type\`.

${examples.join('\n')}`;
}

/** A command that sends an event to a portal on this machine. */
function curl(json: string): string {
  return `curl -i http://localhost:7007/api/maturity/v1/events \\
  -H "Authorization: Bearer $TOKEN" \\
  -H 'Content-Type: application/cloudevents+json' \\
  -d @- <<'EVENT'
${json}
EVENT`;
}

function becomes({ statements, connects }: MappedEvent): string {
  if (connects) {
    return `no fact; connects ${connects.map(({ kind }) => kind).join(', ')}`;
  }
  if (statements.length === 0) {
    return 'stored, no fact';
  }
  return statements
    .map(({ kind, rank, fields, clears = [] }) => {
      const names = Object.keys(fields).map(name => `\`${name}\``);
      const weak = kind === 'incident' && rank === StatementRank.Queued;
      return [
        `${kind}: ${names.join(', ')}`,
        ...(weak ? [' where nothing else says it'] : []),
        ...clears.map(name => `, takes back \`${name}\``),
      ].join('');
    })
    .join('; ');
}
