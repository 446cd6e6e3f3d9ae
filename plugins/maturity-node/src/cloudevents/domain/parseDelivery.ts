import { isDeeperThan } from '../../domain/isDeeperThan';
import { isJsonRecord, type JsonRecord, textOf } from '../../domain/jsonObject';
import { accept, type Result, refuse } from '../../domain/result';
import { isJson, isUtf8, mediaType } from './mediaType';
import { parseJson } from './parseJson';
import { readAttributes } from './readAttributes';
import { readHeaderValue } from './readHeaderValue';
import type {
  Delivery,
  DeliveryItem,
  DeliveryLimits,
  DeliveryRequest,
  EventData,
  ReceivedCloudEvent,
} from './types';

const BATCH = 'application/cloudevents-batch';
const STRUCTURED = 'application/cloudevents';
const STRUCTURED_JSON = 'application/cloudevents+json';

/**
 * Reads an HTTP message by the HTTP binding of CloudEvents 1.0.
 *
 * @remarks
 *
 * The content type decides the mode, the batch first because its name begins
 * with that of the structured mode; anything else is binary mode when it
 * carries `ce-` headers. Each event of a delivery is accepted or refused for
 * itself; the delivery as a whole is refused only where it cannot be cut into
 * events. (The `cloudevents` package was no choice: it throws a batch away for
 * one bad event and does not percent-decode headers.)
 */
export function parseDelivery(
  request: DeliveryRequest,
  limits: DeliveryLimits,
): Result<Delivery> {
  const contentType = single(request.headers['content-type']);
  const media = mediaType(contentType);
  const batch = media.essence.startsWith(BATCH);
  if (batch || media.essence.startsWith(STRUCTURED)) {
    const expected = `${batch ? BATCH : STRUCTURED}+json`;
    if (media.essence !== expected || !isUtf8(media)) {
      return refuse(
        415,
        `Content-Type ${contentType} is not understood: send ${expected} in UTF-8`,
      );
    }
    return batch ? readBatch(request, limits) : readStructured(request, limits);
  }
  if (Object.keys(request.headers).some(name => name.startsWith('ce-'))) {
    const received = readBinary(request, contentType, limits);
    const id = single(request.headers['ce-id']);
    return accept({ mode: 'binary', items: [{ id: shortId(id), received }] });
  }
  return refuse(
    415,
    `Content-Type ${
      contentType ?? '(none)'
    } without ce- headers is no CloudEvent: send ${STRUCTURED_JSON}, ${BATCH}+json, or the binary mode with ce-specversion, ce-id, ce-source and ce-type`,
  );
}

function readBatch(
  request: DeliveryRequest,
  limits: DeliveryLimits,
): Result<Delivery> {
  const parsed = parseJson(request.body, 'The batch');
  if (!parsed.ok) {
    return parsed;
  }
  const events = parsed.value;
  if (!Array.isArray(events)) {
    return refuse(
      400,
      `A batch must be a JSON array of events: send one event as ${STRUCTURED_JSON}`,
    );
  }
  if (events.length > limits.maxBatch) {
    return refuse(
      413,
      `The batch has ${events.length} events, at most ${limits.maxBatch} are taken: send it in parts, or raise maturity.ingest.maxBatch`,
    );
  }
  const items = events.map((value): DeliveryItem => {
    const bytes = () => new TextEncoder().encode(JSON.stringify(value));
    return readJsonEvent(value, limits, bytes);
  });
  return accept({ mode: 'batch', items });
}

function readStructured(
  request: DeliveryRequest,
  limits: DeliveryLimits,
): Result<Delivery> {
  const parsed = parseJson(request.body, 'The event');
  if (!parsed.ok) {
    return parsed;
  }
  if (Array.isArray(parsed.value)) {
    return refuse(
      400,
      `The body is an array: send several events as ${BATCH}+json`,
    );
  }
  const item = readJsonEvent(parsed.value, limits, () => request.body);
  return accept({ mode: 'structured', items: [item] });
}

function readJsonEvent(
  value: unknown,
  limits: DeliveryLimits,
  bytes: () => Uint8Array,
): DeliveryItem {
  if (!isJsonRecord(value)) {
    return { received: refuse(400, 'An event must be a JSON object') };
  }
  const id = shortId(textOf(value, 'id'));
  if (isDeeperThan(value, limits.maxDepth)) {
    return { id, received: tooDeep(limits) };
  }
  const { data, data_base64: base64, ...rest } = value;
  const attributes = readAttributes(rest, name => name);
  if (!attributes.ok) {
    return { id, received: attributes };
  }
  const media = mediaType(attributes.value.dataContentType);
  const read =
    base64 === undefined || base64 === null
      ? accept(readJsonData(data, isJson(media)))
      : readBase64Data(value, isJson(media), limits);
  if (!read.ok) {
    return { id, received: read };
  }
  const event = { ...attributes.value, data: read.value };
  return {
    id,
    received: accept({ event, contentType: STRUCTURED_JSON, bytes: bytes() }),
  };
}

function readJsonData(data: unknown, json: boolean): EventData {
  if (data === undefined || data === null) {
    return { kind: 'none' };
  }
  return json ? { kind: 'json', value: data } : { kind: 'other' };
}

function readBase64Data(
  event: JsonRecord,
  json: boolean,
  limits: DeliveryLimits,
): Result<EventData> {
  if (event.data !== undefined) {
    return refuse(400, 'data and data_base64 exclude each other: send one');
  }
  const base64 = event.data_base64;
  if (
    typeof base64 !== 'string' ||
    !/^[A-Za-z0-9+/]*={0,2}$/.test(base64) ||
    base64.length % 4 !== 0
  ) {
    return refuse(400, 'data_base64 must be a string in padded base64');
  }
  if (!json) {
    return accept({ kind: 'other' });
  }
  const bytes = Uint8Array.from(atob(base64), character =>
    character.charCodeAt(0),
  );
  return readDataBytes(bytes, limits);
}

function readBinary(
  request: DeliveryRequest,
  contentType: string | undefined,
  limits: DeliveryLimits,
): Result<ReceivedCloudEvent> {
  const attributes: Record<string, unknown> = {};
  for (const [header, raw] of Object.entries(request.headers)) {
    const value = single(raw);
    if (!header.startsWith('ce-') || value === undefined) {
      continue;
    }
    if (header === 'ce-datacontenttype') {
      return refuse(
        400,
        'Header ce-datacontenttype must not be sent in binary mode: Content-Type says it',
      );
    }
    const decoded = readHeaderValue(value, header);
    if (!decoded.ok) {
      return decoded;
    }
    attributes[header.slice('ce-'.length)] = decoded.value;
  }
  const read = readAttributes(
    { ...attributes, datacontenttype: contentType },
    name => (name === 'datacontenttype' ? 'Content-Type' : `Header ce-${name}`),
  );
  if (!read.ok) {
    return read;
  }
  const media = mediaType(contentType);
  const data = readBinaryData(request.body, isJson(media), limits);
  if (!data.ok) {
    return data;
  }
  return accept({
    event: { ...read.value, data: data.value },
    contentType: contentType ?? 'application/json',
    bytes: request.body,
  });
}

function readBinaryData(
  body: Uint8Array,
  json: boolean,
  limits: DeliveryLimits,
): Result<EventData> {
  if (body.length === 0) {
    return accept({ kind: 'none' });
  }
  return json ? readDataBytes(body, limits) : accept({ kind: 'other' });
}

function readDataBytes(
  bytes: Uint8Array,
  limits: DeliveryLimits,
): Result<EventData> {
  const parsed = parseJson(bytes, 'data');
  if (!parsed.ok) {
    return parsed;
  }
  // As deep as it would be inside the event of the structured mode.
  if (isDeeperThan(parsed.value, limits.maxDepth - 1)) {
    return tooDeep(limits);
  }
  return accept({ kind: 'json', value: parsed.value });
}

function tooDeep(limits: DeliveryLimits): Result<never> {
  return refuse(
    400,
    `The event nests arrays and objects more than ${limits.maxDepth} deep: flatten it, or raise maturity.ingest.maxDepth`,
  );
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}

/** Ids are echoed in answers, so a hostile one is cut. */
function shortId(id: string | undefined): string | undefined {
  return id?.slice(0, 256);
}
