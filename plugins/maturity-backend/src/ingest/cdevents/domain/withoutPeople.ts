import {
  isJsonRecord,
  type JsonRecord,
} from '@devops-scorecards/plugin-maturity-node';

/** Where CDEvents names people: artifacts and tickets. */
const IN_CONTENT = new Set(['user', 'creator', 'assignees', 'updatedBy']);

/** Kept as a keyed hash in the fact, and nowhere else. */
const IN_CUSTOM_DATA = new Set(['author']);

/**
 * The CDEvent without the members that name people: the log keeps it for good
 * and pages show it. The raw body has its own, short retention.
 */
export function withoutPeople(cdevent: unknown): unknown {
  if (!isJsonRecord(cdevent)) {
    return cdevent;
  }
  const { subject, customData } = cdevent;
  return {
    ...cdevent,
    ...(isJsonRecord(subject) &&
      isJsonRecord(subject.content) && {
        subject: { ...subject, content: without(subject.content, IN_CONTENT) },
      }),
    ...(isJsonRecord(customData) && {
      customData: without(customData, IN_CUSTOM_DATA),
    }),
  };
}

function without(record: JsonRecord, names: ReadonlySet<string>): JsonRecord {
  return Object.fromEntries(
    Object.entries(record).filter(([name]) => !names.has(name)),
  );
}
