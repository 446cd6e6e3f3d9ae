import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A sample of one type, see `fixtures/cdevents/README.md`. */
interface Sample {
  source: string;
  subjectId: string;
  content: Record<string, unknown>;
  customData?: Record<string, unknown>;
  /** Version of the type in CDEvents 0.5, where it is not 0.3.0. */
  version?: string;
  /** First part of a custom type. */
  custom?: string;
}

export type SpecSeries = '0.4' | '0.5';

/** A CDEvent, loosely typed so that tests can break it. */
export interface CdeventData {
  context: Record<string, any>;
  subject: Record<string, any>;
  customData?: Record<string, any>;
}

const samples: Record<string, Sample> = JSON.parse(
  readFileSync(
    resolve(__dirname, '../../../fixtures/cdevents/samples.json'),
    'utf8',
  ),
);

/** `<subject>.<predicate>` of every sample. */
export const sampleNames = Object.keys(samples);

/** Spelling of the subject types in CDEvents 0.4. */
const SUBJECT_TYPES: Record<string, string> = {
  pipelinerun: 'pipelineRun',
  taskrun: 'taskRun',
  testcaserun: 'testCaseRun',
  testoutput: 'testOutput',
  testsuiterun: 'testSuiteRun',
};

export interface BuildOptions {
  /** `<subject>.<predicate>`. */
  name: string;
  series?: SpecSeries;
  id?: string;
  timestamp?: string;
  source?: string;
  subjectId?: string;
  content?: Record<string, unknown>;
  customData?: Record<string, unknown>;
}

/** Makes a whole CDEvent of a sample. */
export function buildCdevent(options: BuildOptions): CdeventData {
  const { name, series = '0.5' } = options;
  const sample = samples[name];
  const [subject, predicate] = name.split('.');
  const old = series === '0.4';
  const version = versionOf(sample, old);
  const customData = options.customData ?? sample.customData;
  return {
    context: {
      [old ? 'version' : 'specversion']: old ? '0.4.1' : '0.5.1',
      id: options.id ?? `${name}-1`,
      source: options.source ?? sample.source,
      type: sample.custom
        ? `dev.cdeventsx.${sample.custom}.${predicate}.${version}`
        : `dev.cdevents.${subject}.${predicate}.${version}`,
      timestamp: options.timestamp ?? '2026-11-02T02:00:00Z',
    },
    subject: {
      id: options.subjectId ?? sample.subjectId,
      ...(old ? { type: SUBJECT_TYPES[subject] ?? subject } : {}),
      content: contentOf(
        structuredClone(options.content ?? sample.content),
        old,
      ),
    },
    ...(customData ? { customData } : {}),
  };
}

/** CDEvents 0.5 raised every version by one minor. */
function versionOf({ version = '0.3.0', custom }: Sample, old: boolean) {
  const minor = Number(version.split('.')[1]);
  return old && !custom ? `0.${minor - 1}.0` : version;
}

/** CDEvents 0.5 renamed `url` to `uri`. */
function contentOf(content: Record<string, unknown>, old: boolean) {
  const { uri, ...rest } = content;
  return old && uri !== undefined ? { ...rest, url: uri } : content;
}

/** The CloudEvent of a CDEvent in the structured JSON format. */
export function toCloudEvent(
  data: CdeventData,
  extensions: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    specversion: '1.0',
    id: data.context.id,
    source: data.context.source,
    type: data.context.type,
    subject: data.subject.id,
    time: data.context.timestamp,
    datacontenttype: 'application/json',
    data,
    ...extensions,
  };
}

export interface HttpMessage {
  headers: Record<string, string>;
  body: string;
}

export function structured(
  data: CdeventData,
  extensions?: Record<string, unknown>,
): HttpMessage {
  return {
    headers: { 'content-type': 'application/cloudevents+json' },
    body: JSON.stringify(toCloudEvent(data, extensions)),
  };
}

export function batch(events: unknown[]): HttpMessage {
  return {
    headers: { 'content-type': 'application/cloudevents-batch+json' },
    body: JSON.stringify(events),
  };
}

export function binary(
  data: CdeventData,
  extensions?: Record<string, unknown>,
): HttpMessage {
  const {
    data: body,
    datacontenttype,
    ...attributes
  } = toCloudEvent(data, extensions);
  const headers = Object.entries(attributes).map(([name, value]) => [
    `ce-${name}`,
    encodeHeader(String(value)),
  ]);
  return {
    headers: {
      ...Object.fromEntries(headers),
      'content-type': String(datacontenttype),
    },
    body: JSON.stringify(body),
  };
}

/** Percent-encodes as the HTTP binding asks for: space, `"`, `%`, non-ASCII. */
export function encodeHeader(value: string): string {
  return value.replace(/[^\x21\x23\x24\x26-\x7e]/gu, character =>
    encodeURIComponent(character),
  );
}

/** The three content modes of one CDEvent. */
export const MODES = {
  binary,
  structured,
  batch: (data: CdeventData, extensions?: Record<string, unknown>) =>
    batch([toCloudEvent(data, extensions)]),
};
