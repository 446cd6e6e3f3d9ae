import {
  canonicalEvent,
  parseDelivery,
  type CloudEvent,
} from '@devops-scorecards/plugin-maturity-node';
import {
  binary,
  buildCdevent,
  encodeHeader,
} from '../__testUtils__/buildCdevent';

const limits = { maxBatch: 3, maxDepth: 5 };
const minimal = {
  specversion: '1.0',
  id: '1',
  source: '/ci',
  type: 'com.example.done',
};

function parse(headers: Record<string, string>, body: string | Uint8Array) {
  return parseDelivery(
    {
      headers,
      body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    },
    limits,
  );
}

const asStructured = (event: unknown) =>
  parse(
    { 'content-type': 'application/cloudevents+json' },
    JSON.stringify(event),
  );
const asBatch = (events: unknown) =>
  parse(
    { 'content-type': 'application/cloudevents-batch+json' },
    JSON.stringify(events),
  );
const asBinary = (attributes: Record<string, string>, body = '{}') =>
  parse(
    {
      'content-type': 'application/json',
      ...Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [
          `ce-${name}`,
          encodeHeader(value),
        ]),
      ),
    },
    body,
  );

/** The one event of a delivery that must be good. */
function only(result: ReturnType<typeof parse>): CloudEvent {
  if (!result.ok || !result.value.items[0].received.ok) {
    throw new Error(JSON.stringify(result));
  }
  return result.value.items[0].received.value.event;
}

function refusalOf(result: ReturnType<typeof parse>) {
  if (!result.ok) {
    return result.refusal;
  }
  const [{ received }] = result.value.items;
  return received.ok ? undefined : received.refusal;
}

describe('parseDelivery', () => {
  it.each([
    'application/cloudevents+json',
    'application/cloudevents+json; charset=utf-8',
    'Application/CloudEvents+JSON;charset="UTF-8"',
  ])('reads %s as structured mode', contentType => {
    expect(
      parse({ 'content-type': contentType }, JSON.stringify(minimal)),
    ).toMatchObject({ ok: true, value: { mode: 'structured' } });
  });

  it('looks for the batch mode first', () => {
    expect(asBatch([])).toEqual({
      ok: true,
      value: { mode: 'batch', items: [] },
    });
  });

  it.each([
    ['application/cloudevents', 'application/cloudevents+json'],
    ['application/cloudevents+xml', 'application/cloudevents+json'],
    ['application/cloudevents-batch', 'application/cloudevents-batch+json'],
    ['application/cloudevents+json; charset=utf-16', 'UTF-8'],
    ['application/json', 'no CloudEvent'],
    ['text/plain', 'no CloudEvent'],
  ])('answers 415 to %s', (contentType, message) => {
    expect(refusalOf(parse({ 'content-type': contentType }, '{}'))).toEqual({
      code: 415,
      message: expect.stringContaining(message),
    });
  });

  it('answers 415 to nothing at all', () => {
    expect(refusalOf(parse({}, ''))?.code).toBe(415);
  });

  it('keeps the neighbours of a bad event', () => {
    const deep = { ...minimal, data: [[[[[1]]]]] };
    const result = asBatch([minimal, deep, { ...minimal, id: '' }]);
    expect(result).toMatchObject({
      ok: true,
      value: {
        items: [
          { id: '1', received: { ok: true } },
          { id: '1', received: { ok: false, refusal: { code: 400 } } },
          { received: { ok: false, refusal: { code: 400 } } },
        ],
      },
    });
    expect(asBatch([5, null, [], minimal])).toMatchObject({
      ok: false,
      refusal: { code: 413 },
    });
    expect(asBatch([5, null, minimal])).toMatchObject({
      value: {
        items: [
          { received: { ok: false } },
          { received: { ok: false } },
          { received: { ok: true } },
        ],
      },
    });
  });

  it.each([
    ['not JSON', '{"a":', 'not JSON'],
    ['empty', '', 'empty'],
    ['not UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'UTF-8'],
    ['an array', '[]', 'cloudevents-batch+json'],
  ])('refuses a structured body that is %s', (_, body, message) => {
    expect(
      refusalOf(
        parse({ 'content-type': 'application/cloudevents+json' }, body),
      ),
    ).toEqual({ code: 400, message: expect.stringContaining(message) });
  });

  it('never echoes the body', () => {
    const refusal = refusalOf(
      parse({ 'content-type': 'application/cloudevents+json' }, 'hunter2'),
    );
    expect(refusal?.message).not.toContain('hunter2');
  });

  it.each([
    [{ specversion: undefined }, 'specversion is missing'],
    [{ specversion: '0.3' }, 'specversion is "0.3"'],
    [{ specversion: 1 }, 'specversion is of type number'],
    [{ id: undefined }, 'id is missing'],
    [{ id: '' }, 'id is missing'],
    [{ id: null }, 'id is missing'],
    [{ id: 5 }, 'id must be a string'],
    [{ id: 'a\u0000b' }, 'control character'],
    [{ source: '' }, 'source is missing'],
    [{ source: 'a b' }, 'source must be a URI reference'],
    [{ type: undefined }, 'type is missing'],
    [{ time: 'noon' }, 'time is "noon"'],
    [{ Upper: 'x' }, 'lower-case'],
    [{ with_underscore: 'x' }, 'lower-case'],
    [{ extension: { a: 1 } }, 'extension must be'],
    [{ extension: 1.5 }, 'extension must be'],
    [{ data_base64: '***' }, 'padded base64'],
    [{ data_base64: 'e30=', data: {} }, 'exclude each other'],
    [{ data_base64: 'e30' }, 'padded base64'],
    [{ data_base64: 'e3s=' }, 'data is not JSON'],
    [{ data: { a: { b: { c: { d: {} } } } } }, '5 deep'],
  ])('refuses %j', (change, message) => {
    expect(refusalOf(asStructured({ ...minimal, ...change }))).toEqual({
      code: 400,
      message: expect.stringContaining(message),
    });
  });

  it('reads optional attributes, extensions and data', () => {
    expect(
      only(
        asStructured({
          ...minimal,
          subject: 's',
          time: '2026-11-20T08:00:00+08:00',
          dataschema: 'https://example.com/schema',
          entityref: 'component:default/a',
          generated: true,
          sequence: 4,
          unset: null,
          data: { a: 1 },
        }),
      ),
    ).toEqual({
      id: '1',
      source: '/ci',
      type: 'com.example.done',
      subject: 's',
      time: Date.UTC(2026, 10, 20),
      dataContentType: undefined,
      dataSchema: 'https://example.com/schema',
      extensions: {
        entityref: 'component:default/a',
        generated: true,
        sequence: 4,
      },
      data: { kind: 'json', value: { a: 1 } },
    });
  });

  it.each([
    [{}, { kind: 'none' }],
    [{ data: null }, { kind: 'none' }],
    [{ data: 'x' }, { kind: 'json', value: 'x' }],
    [{ data: '<x/>', datacontenttype: 'text/xml' }, { kind: 'other' }],
    [{ data_base64: 'eyJhIjoxfQ==' }, { kind: 'json', value: { a: 1 } }],
    [{ data_base64: 'AAE=', datacontenttype: 'image/png' }, { kind: 'other' }],
    [
      { data: 1, datacontenttype: 'a/b+json' },
      { kind: 'json', value: 1 },
    ],
  ])('reads the data of %j', (change, data) => {
    expect(only(asStructured({ ...minimal, ...change })).data).toEqual(data);
  });

  it('reads binary mode', () => {
    expect(
      only(asBinary({ ...minimal, id: 'Euro € 😀' }, '{"a":1}')),
    ).toMatchObject({
      id: 'Euro € 😀',
      source: '/ci',
      dataContentType: 'application/json',
      data: { kind: 'json', value: { a: 1 } },
    });
    expect(only(asBinary(minimal, '')).data).toEqual({ kind: 'none' });
  });

  it('refuses binary mode by the names of its headers', () => {
    const { id, ...withoutId } = minimal;
    expect(refusalOf(asBinary(withoutId))?.message).toContain(
      'Header ce-id is missing',
    );
    expect(refusalOf(asBinary(minimal, '{'))?.message).toContain(
      'data is not JSON',
    );
    expect(
      refusalOf(asBinary({ ...minimal, datacontenttype: 'text/plain' }))
        ?.message,
    ).toContain('must not be sent in binary mode');
    expect(refusalOf(asBinary(minimal, '[[[[[]]]]]'))?.message).toContain(
      '5 deep',
    );
    const raw = { ...binary(buildCdevent({ name: 'ticket.created' })).headers };
    expect(
      refusalOf(parse({ ...raw, 'ce-id': '%C0%A0' }, '{}'))?.message,
    ).toContain('UTF-8');
  });
});

describe('canonicalEvent', () => {
  const attributes = {
    ...minimal,
    subject: 'pkg:oci/app@sha256%3Aabc',
    time: '2026-11-20T08:00:00.123456Z',
    entityref: 'component:default/a',
    generated: 'true',
  };
  const data = { b: 1, a: 'é' };

  it('is the same in every mode', () => {
    const texts = [
      only(asStructured({ ...attributes, data })),
      only(
        asStructured({
          ...attributes,
          generated: true,
          data: { a: 'é', b: 1 },
        }),
      ),
      only(
        asStructured({
          ...attributes,
          datacontenttype: 'application/json',
          data,
        }),
      ),
      only(asBatch([{ data, ...attributes }])),
      only(asBinary(attributes, JSON.stringify(data, undefined, 2))),
      only(
        asBinary(
          { ...attributes, traceparent: '00-abc' },
          JSON.stringify(data),
        ),
      ),
    ].map(canonicalEvent);
    expect(new Set(texts).size).toBe(1);
  });

  it.each([
    { subject: 'other' },
    { time: '2026-11-20T08:00:01Z' },
    { entityref: 'component:default/b' },
    { data: { a: 'é', b: 2 } },
  ])('differs with %j', change => {
    const text = canonicalEvent(only(asStructured({ ...attributes, data })));
    expect(
      canonicalEvent(only(asStructured({ ...attributes, data, ...change }))),
    ).not.toBe(text);
  });
});
