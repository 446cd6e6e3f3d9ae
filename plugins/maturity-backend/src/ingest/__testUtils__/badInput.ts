import { CORRECTIONS_EVENT_SOURCE } from '../../facts';
import { CORRECTION_EVENT_TYPE } from '../../facts/domain/isCorrection';
import { badFacts } from './badFacts';
import {
  batch,
  binary,
  buildCdevent,
  type BuildOptions,
  type HttpMessage,
  structured,
  toCloudEvent,
} from './buildCdevent';

/** A mistake of a sender, and what it should do about it. */
export interface BadInput {
  cause: string;
  fix: string;
  message: HttpMessage;
}

const deployed = (more: Partial<BuildOptions> = {}) =>
  buildCdevent({ name: 'service.deployed', ...more });
const STRUCTURED = { 'content-type': 'application/cloudevents+json' };
const nested = (depth: number) =>
  JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

/**
 * The mistakes that the event reference lists. The tests send each to the real
 * router and compare the answers with the table in the documentation.
 *
 * @param limits - small ones, so that they can be exceeded
 */
export function badInputs(limits: {
  maxBytes: number;
  maxBatch: number;
}): BadInput[] {
  const { id: _id, ...withoutId } = toCloudEvent(deployed());
  const wrongHeader = binary(deployed());
  return [
    {
      cause: 'Content type of no CloudEvent',
      fix: 'Send one of the three content modes.',
      message: { headers: { 'content-type': 'text/plain' }, body: 'done' },
    },
    {
      cause: 'CloudEvents in another format than JSON',
      fix: 'Send the JSON format.',
      message: {
        headers: { 'content-type': 'application/cloudevents+xml' },
        body: '<event/>',
      },
    },
    {
      cause: 'Body larger than the limit',
      fix: 'Send smaller batches.',
      message: { headers: STRUCTURED, body: ' '.repeat(limits.maxBytes + 1) },
    },
    {
      cause: 'More events in a batch than the limit',
      fix: 'Send smaller batches.',
      message: batch(Array(limits.maxBatch + 1).fill(1)),
    },
    {
      cause: 'Not JSON',
      fix: 'Send valid JSON in UTF-8.',
      message: { headers: STRUCTURED, body: '{"specversion": 1.0' },
    },
    {
      cause: 'Array in structured mode',
      fix: 'Send the batch content type.',
      message: { headers: STRUCTURED, body: '[]' },
    },
    {
      cause: 'Object in batch mode',
      fix: 'Send the structured content type.',
      message: {
        headers: { 'content-type': 'application/cloudevents-batch+json' },
        body: '{}',
      },
    },
    {
      cause: 'Nested deeper than the limit',
      fix: 'Leave out what is nested so deeply.',
      message: structured(deployed({ customData: { more: nested(70) } })),
    },
    {
      cause: 'Missing attribute',
      fix: 'Set it.',
      message: { headers: STRUCTURED, body: JSON.stringify(withoutId) },
    },
    {
      cause: 'Header that is not percent-encoded UTF-8',
      fix: 'Encode headers as the HTTP binding says.',
      message: {
        ...wrongHeader,
        headers: { ...wrongHeader.headers, 'ce-id': '%C0%A0' },
      },
    },
    {
      cause: 'Time that is none',
      fix: 'Send RFC 3339.',
      message: structured(deployed({ timestamp: '20.11.2026 8:00' })),
    },
    {
      cause: 'Time in the future, beyond the tolerance',
      fix: "Set the sender's clock.",
      message: structured(deployed({ timestamp: '2026-11-20T09:00:00Z' })),
    },
    {
      cause: 'Unknown type',
      fix: 'Send a type of [types.md](types.md).',
      message: structured(deployed(), { type: 'com.example.deployed' }),
    },
    {
      cause: 'Correction of a fact, by its source',
      fix: 'Correct the fact on its page: a producer cannot.',
      message: structured(deployed(), { source: CORRECTIONS_EVENT_SOURCE }),
    },
    {
      cause: 'Correction of a fact, by its type',
      fix: 'Correct the fact on its page: a producer cannot.',
      message: structured(deployed(), { type: CORRECTION_EVENT_TYPE }),
    },
    {
      cause: 'Version of CDEvents that is not understood',
      fix: 'Send 0.4 or 0.5.',
      message: structured({
        ...deployed(),
        context: { ...deployed().context, specversion: '1.0.0' },
      }),
    },
    {
      cause: 'CloudEvent and CDEvent differ',
      fix: 'Copy the attributes from the CDEvent.',
      message: structured(deployed(), { subject: 'other' }),
    },
    {
      cause: 'Deployment without an environment',
      fix: 'Name the environment.',
      message: structured(deployed({ content: {} })),
    },
    {
      cause: 'Value that `customData` does not know',
      fix: 'Use a documented value.',
      message: structured(deployed({ customData: { execution: 'by hand' } })),
    },
    ...badFacts,
    {
      cause: '`entityref` that is no entity reference',
      fix: 'Give kind, namespace and name.',
      message: structured(deployed(), { entityref: 'payments' }),
    },
    {
      cause: "Entity outside the source's allow list",
      fix: 'Have the list extended, or name another entity.',
      message: structured(deployed(), {
        entityref: 'component:other/payments',
      }),
    },
    {
      cause: 'Same id and source as before, with other contents',
      fix: 'Give each event an id of its own.',
      message: structured(deployed({ id: 'taken', subjectId: 'other' })),
    },
  ];
}

/** Stored beforehand, for the mistake of using an id again. */
export const takenEvent = structured(deployed({ id: 'taken' }));
