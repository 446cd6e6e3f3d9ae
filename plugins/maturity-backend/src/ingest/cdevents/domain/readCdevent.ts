import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import {
  accept,
  type CloudEvent,
  isJsonRecord,
  type JsonRecord,
  type Result,
  parseInstant,
  recordOf,
  refuse,
  textOf,
} from '@devops-scorecards/plugin-maturity-node';
import { type EventType, parseEventType } from './eventType';

/** A CDEvent whose envelope is valid. */
export interface Cdevent {
  type: EventType;
  id: string;
  source: string;
  timestamp: EpochMs;
  subjectId: string;
  /** Where `subjectId` is unique; the event's source unless the subject names one. */
  subjectSource: string;
  content: JsonRecord;
  /** Empty where the event has none, or none in JSON. */
  customData: JsonRecord;
}

/**
 * Validates the CDEvent that a CloudEvent carries: the envelope of 0.4
 * (`context.version`, `subject.type`) or of 0.5 (`context.specversion`), and
 * that it says the same as the attributes of the CloudEvent.
 */
export function readCdevent(event: CloudEvent): Result<Cdevent> {
  const type = parseEventType(event.type);
  if (!type.ok) {
    return type;
  }
  if (event.data.kind !== 'json' || !isJsonRecord(event.data.value)) {
    return refuse(
      400,
      event.data.kind === 'other'
        ? 'data must be the CDEvent as JSON: send it as application/json'
        : 'data must be the whole CDEvent, a JSON object with context and subject',
    );
  }
  const data = event.data.value;
  const context = recordOf(data, 'context');
  const subject = recordOf(data, 'subject');
  const version = checkVersion(context, subject, type.value);
  if (version) {
    return version;
  }
  const timestamp = parseInstant(
    context.timestamp ?? '(missing)',
    'data.context.timestamp',
  );
  if (!timestamp.ok) {
    return timestamp;
  }
  const subjectId = textOf(subject, 'id');
  if (!subjectId) {
    return refuse(400, 'data.subject.id is missing: name the subject');
  }
  const pairs: [string, unknown, string, unknown][] = [
    ['id', event.id, 'context.id', context.id],
    ['source', event.source, 'context.source', context.source],
    ['type', event.type, 'context.type', context.type],
    ['subject', event.subject, 'subject.id', subjectId],
    ['time', event.time, 'context.timestamp', timestamp.value],
  ];
  for (const [attribute, outer, path, inner] of pairs) {
    // subject and time are optional on the CloudEvent; the CDEvent decides.
    if (outer !== undefined && outer !== inner) {
      return refuse(
        400,
        `The CloudEvent's ${attribute} and data.${path} differ: both must say the same (in binary mode, percent-encode headers)`,
      );
    }
  }
  if (subject.content !== undefined && !isJsonRecord(subject.content)) {
    return refuse(400, 'data.subject.content must be an object');
  }
  return accept({
    type: type.value,
    id: event.id,
    source: event.source,
    timestamp: timestamp.value,
    subjectId,
    subjectSource: textOf(subject, 'source') ?? event.source,
    content: recordOf(subject, 'content'),
    customData: recordOf(data, 'customData'),
  });
}

function checkVersion(
  context: JsonRecord,
  subject: JsonRecord,
  type: EventType,
): Result<never> | undefined {
  const { specversion, version } = context;
  if (specversion === undefined && version === undefined) {
    return refuse(
      400,
      'data.context.specversion is missing: set it to the version of CDEvents, for example "0.5.1" (up to 0.4 the field is data.context.version)',
    );
  }
  if (specversion !== undefined) {
    return isVersion(specversion, '0.5')
      ? undefined
      : wrongVersion('data.context.specversion', '0.5');
  }
  if (!isVersion(version, '0.4')) {
    return wrongVersion('data.context.version', '0.4');
  }
  const expected = [type.subject, type.custom].filter(Boolean);
  const actual = textOf(subject, 'type')?.toLowerCase();
  return actual && expected.includes(actual)
    ? undefined
    : refuse(
        400,
        `data.subject.type must be "${type.subject}", as the type of the event says (CDEvents 0.4)`,
      );
}

function isVersion(value: unknown, series: string): boolean {
  return (
    typeof value === 'string' &&
    new RegExp(`^${series.replace('.', '\\.')}(\\.|-|$)`).test(value)
  );
}

function wrongVersion(path: string, series: string): Result<never> {
  return refuse(
    422,
    `${path} must be ${series}.x: CDEvents 0.4 (context.version) and 0.5 (context.specversion) are understood`,
  );
}
