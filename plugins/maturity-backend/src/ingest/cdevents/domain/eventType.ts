import {
  accept,
  type Result,
  refuse,
} from '@devops-scorecards/plugin-maturity-node';

/** The 14 subjects of CDEvents 0.4 and 0.5 with their predicates. */
export const CDEVENTS_PREDICATES = {
  artifact: ['packaged', 'signed', 'published', 'downloaded', 'deleted'],
  branch: ['created', 'deleted'],
  build: ['queued', 'started', 'finished'],
  change: ['created', 'updated', 'reviewed', 'merged', 'abandoned'],
  environment: ['created', 'modified', 'deleted'],
  incident: ['detected', 'reported', 'resolved'],
  pipelinerun: ['queued', 'started', 'finished'],
  repository: ['created', 'modified', 'deleted'],
  service: ['deployed', 'upgraded', 'rolledback', 'removed', 'published'],
  taskrun: ['started', 'finished'],
  testcaserun: ['queued', 'started', 'finished', 'skipped'],
  testoutput: ['published'],
  testsuiterun: ['queued', 'started', 'finished'],
  ticket: ['created', 'updated', 'closed'],
} as const satisfies Record<string, readonly string[]>;

export type CdeventsSubject = keyof typeof CDEVENTS_PREDICATES;

/** What CDEvents lacks and this product adds, as CDEvents names custom types. */
export const CUSTOM_TYPES = {
  'scorecards-service': { subject: 'service', predicates: ['deployfailed'] },
  'scorecards-incident': {
    subject: 'incident',
    predicates: [
      'opened',
      'updated',
      'acknowledged',
      'restored',
      'reopened',
      'reviewed',
    ],
  },
  'scorecards-alert': {
    subject: 'alert',
    predicates: ['fired', 'acknowledged', 'resolved'],
  },
  'scorecards-workitem': {
    subject: 'workitem',
    predicates: [
      'created',
      'accepted',
      'started',
      'done',
      'released',
      'dropped',
    ],
  },
  'scorecards-measure': { subject: 'measure', predicates: ['recorded'] },
  'scorecards-source': {
    subject: 'source',
    predicates: ['connected', 'disconnected'],
  },
} as const satisfies Record<
  string,
  { subject: string; predicates: readonly string[] }
>;

type CustomName = keyof typeof CUSTOM_TYPES;

export type EventSubject =
  | CdeventsSubject
  | (typeof CUSTOM_TYPES)[CustomName]['subject'];

/** A type that is known, without its version. */
export interface EventType {
  subject: EventSubject;
  predicate: string;
  /** Set on a custom type: the part before the predicate. */
  custom?: string;
}

const VERSION = String.raw`\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?`;
const STANDARD = new RegExp(
  String.raw`^dev\.cdevents\.([a-z]+)\.([a-z]+)\.${VERSION}$`,
);
const CUSTOM = new RegExp(
  String.raw`^dev\.cdeventsx\.([a-z0-9]+-[a-z0-9]+)\.([a-z]+)\.${VERSION}$`,
);

/**
 * Reads `dev.cdevents.<subject>.<predicate>.<version>` or one of our custom
 * types. Any version of a type is read alike, `-draft` included.
 */
export function parseEventType(type: string): Result<EventType> {
  const standard = STANDARD.exec(type);
  if (standard) {
    const [, subject, predicate] = standard;
    if (
      isSubject(subject) &&
      (CDEVENTS_PREDICATES[subject] as readonly string[]).includes(predicate)
    ) {
      return accept({ subject, predicate });
    }
  }
  const custom = CUSTOM.exec(type);
  if (custom) {
    const [, name, predicate] = custom;
    const known = isCustom(name) ? CUSTOM_TYPES[name] : undefined;
    if (known && (known.predicates as readonly string[]).includes(predicate)) {
      return accept({ subject: known.subject, predicate, custom: name });
    }
  }
  return refuse(422, unknownType(type));
}

function unknownType(type: string): string {
  const subjects = Object.keys(CDEVENTS_PREDICATES).join(', ');
  const custom = Object.entries(CUSTOM_TYPES).map(
    ([name, { predicates }]) =>
      `dev.cdeventsx.${name}.${predicates.join('|')}.<version>`,
  );
  const subject = STANDARD.exec(type)?.[1];
  const hint =
    subject && isSubject(subject)
      ? ` Predicates of ${subject}: ${CDEVENTS_PREDICATES[subject].join(', ')}.`
      : '';
  return `Type "${type.slice(
    0,
    128,
  )}" is not known. Send dev.cdevents.<subject>.<predicate>.<version> of CDEvents 0.4 or 0.5 with one of the subjects ${subjects}, or one of the custom types ${custom.join(
    ', ',
  )}.${hint}`;
}

function isSubject(name: string): name is CdeventsSubject {
  return Object.hasOwn(CDEVENTS_PREDICATES, name);
}

function isCustom(name: string): name is CustomName {
  return Object.hasOwn(CUSTOM_TYPES, name);
}
