import type { MappedEvent } from '@devops-scorecards/plugin-maturity-common';
import { mapCloudEvent } from '../cdevents/domain/mapCloudEvent';
import { parseDelivery } from '../cloudevents/domain/parseDelivery';
import {
  buildCdevent,
  sampleNames,
  structured,
  toCloudEvent,
} from './buildCdevent';
import { mappingContext } from './mappingContext';

/** The text of `docs/events/types.md`, made of the samples. */
export function renderEventTypes(): string {
  const rows = sampleNames.map(name => {
    const { type } = buildCdevent({ name }).context;
    const anchor = type.replace(/\./g, '');
    return `| [\`${type}\`](#${anchor}) | ${becomes(mapped(name))} |`;
  });
  const examples = sampleNames.map(name => {
    const data = buildCdevent({ name });
    const json = JSON.stringify(toCloudEvent(data), undefined, 2);
    return `### ${data.context.type}\n\n\`\`\`json\n${json}\n\`\`\`\n`;
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

One of each, in the structured mode and in the envelope of CDEvents 0.5. In the
envelope of 0.4, \`context.specversion\` is \`context.version\`, \`uri\` is
\`url\`, and the subject has a \`type\`.

${examples.join('\n')}`;
}

function mapped(name: string): MappedEvent {
  const { headers, body } = structured(buildCdevent({ name }));
  const delivery = parseDelivery(
    { headers, body: new TextEncoder().encode(body) },
    { maxBatch: 1, maxDepth: 64 },
  );
  const received = delivery.ok && delivery.value.items[0].received;
  const result =
    received && received.ok
      ? mapCloudEvent(received.value.event, mappingContext)
      : undefined;
  if (!result?.ok) {
    throw new Error(`The sample of ${name} is not accepted`);
  }
  return result.value;
}

function becomes({ statements }: MappedEvent): string {
  if (statements.length === 0) {
    return 'stored, no fact';
  }
  return statements
    .map(({ kind, fields }) => {
      const names = Object.keys(fields).map(name => `\`${name}\``);
      return `${kind}: ${names.join(', ')}`;
    })
    .join('; ');
}
