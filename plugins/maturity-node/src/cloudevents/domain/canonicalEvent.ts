import { canonicalJson } from '../../domain/canonicalJson';
import type { CloudEvent } from './types';

/** Set anew by every hop, so they say nothing about the event. */
const TRACING = new Set(['traceparent', 'tracestate']);

/**
 * The text whose hash tells a duplicate from a conflict.
 *
 * @remarks
 *
 * It is the same for one event in binary, structured and batch mode: times are
 * instants, extension values have the string form that headers give them, and
 * the content type of the data, of which each mode has its own, is left out.
 */
export function canonicalEvent(event: CloudEvent): string {
  const extensions = Object.entries(event.extensions)
    .filter(([name]) => !TRACING.has(name))
    .map(([name, value]) => [name, String(value)]);
  return canonicalJson({
    id: event.id,
    source: event.source,
    type: event.type,
    subject: event.subject,
    time: event.time,
    dataschema: event.dataSchema,
    extensions: Object.fromEntries(extensions),
    data: event.data.kind === 'json' ? event.data.value : undefined,
  });
}
