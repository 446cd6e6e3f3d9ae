import {
  isJsonRecord,
  type DeliveryRequest,
} from '@devops-scorecards/plugin-maturity-node';

/** What the events service hands on. */
export interface TopicEvent {
  eventPayload: unknown;
  metadata?: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * Prefixes of the attributes of a CloudEvent beside its payload: of HTTP and
 * Pub/Sub, of Kafka, of AMQP.
 */
const ATTRIBUTE = /^(?:ce[-_]|cloudEvents[:_])([a-z0-9]+)$/i;

/** Names of the content type in the metadata of brokers. */
const CONTENT_TYPES = ['content-type', 'contentType', 'datacontenttype'];

/**
 * The message that a producer would have sent over HTTP, of what a broker's
 * module made of it.
 *
 * @remarks
 *
 * An array is a batch of CloudEvents, an object with `specversion` one in
 * structured mode; with attributes in the metadata it is the data of one in
 * binary mode. Anything else is no CloudEvent.
 */
export function messageOf(event: TopicEvent): DeliveryRequest | undefined {
  const { eventPayload, metadata = {} } = event;
  const body = new TextEncoder().encode(JSON.stringify(eventPayload) ?? '');
  if (Array.isArray(eventPayload)) {
    return {
      headers: { 'content-type': 'application/cloudevents-batch+json' },
      body,
    };
  }
  if (isJsonRecord(eventPayload) && 'specversion' in eventPayload) {
    return {
      headers: { 'content-type': 'application/cloudevents+json' },
      body,
    };
  }
  const attributes = Object.entries(metadata).flatMap(([name, value]) => {
    const attribute = ATTRIBUTE.exec(name)?.[1].toLowerCase();
    const first = Array.isArray(value) ? value[0] : value;
    if (!attribute || first === undefined) {
      return [];
    }
    // Only headers of HTTP are percent-encoded.
    const encoded = name.startsWith('ce-') ? first : encodeURIComponent(first);
    return [[`ce-${attribute}`, encoded] as const];
  });
  if (attributes.length === 0) {
    return undefined;
  }
  return {
    headers: {
      ...Object.fromEntries(attributes),
      'content-type': 'application/json',
    },
    body,
  };
}

/**
 * The same event as the webhook of its producer, for topics that carry what a
 * webhook brought, with its headers beside it.
 */
export function webhookOf(event: TopicEvent): {
  headers: Record<string, string | string[] | undefined>;
  body: string;
} {
  const headers = Object.fromEntries(
    Object.entries(event.metadata ?? {})
      .filter(([name]) => !CONTENT_TYPES.includes(name))
      .map(([name, value]) => [name.toLowerCase(), value]),
  );
  return {
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(event.eventPayload) ?? '',
  };
}
