import {
  FACT_KINDS,
  StatementRank,
  type Alias,
  type FactKind,
  type MappedEvent,
  type Statement,
} from '@devops-scorecards/plugin-maturity-common';
import { FACT_COLUMNS, type FactColumnType } from './factColumns';
import { namesOf } from './namesOf';

/** Longest name that is indexed, in UTF-16 code units. */
export const MAX_NAME_LENGTH = 512;

const MAX_INTEGER = 2_147_483_647;

type ConnectedKind = NonNullable<MappedEvent['connects']>[number];

/** NUL cannot be kept by PostgreSQL, half a surrogate pair by neither. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

function checkText(what: string, value: string | undefined) {
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== 'string') {
    return `${what} must be text`;
  }
  return UNSTORABLE.test(value)
    ? `${what} has a NUL character or half a surrogate pair; remove it`
    : undefined;
}

function checkName(what: string, value: string) {
  if (value.length === 0 || value.length > MAX_NAME_LENGTH) {
    return `${what} must have 1 to ${MAX_NAME_LENGTH} characters, this one has ${value.length}`;
  }
  return checkText(what, value);
}

function checkValue(what: string, type: FactColumnType, value: unknown) {
  if (value === undefined || value === null) {
    return undefined;
  }
  switch (type) {
    case 'text':
      return checkText(what, value as string);
    case 'flag':
      return typeof value === 'boolean'
        ? undefined
        : `${what} must be true or false`;
    case 'time':
      return Number.isSafeInteger(value)
        ? undefined
        : `${what} must be whole milliseconds since 1970`;
    case 'number':
      return Number.isFinite(value)
        ? undefined
        : `${what} must be a finite number`;
    default:
      return Number.isSafeInteger(value) &&
        Math.abs(value as number) <= MAX_INTEGER
        ? undefined
        : `${what} must be a whole number of at most ${MAX_INTEGER}`;
  }
}

function checkKind(kind: FactKind) {
  return Object.hasOwn(FACT_COLUMNS, kind)
    ? undefined
    : `there is no kind of fact '${kind}'; use one of ${FACT_KINDS.join(', ')}`;
}

/** What a statement takes back, and whether it may leave its fact out. */
function checkRetractions({ kind, rank, clears, exclude }: Statement) {
  const isList =
    clears === undefined ||
    (Array.isArray(clears) && clears.every(field => typeof field === 'string'));
  if (!isList) {
    return `clears of the ${kind} must be a list of names of fields`;
  }
  return exclude === undefined || rank === StatementRank.Corrected
    ? checkValue(`exclude of the ${kind}`, 'flag', exclude)
    : `only a correction may leave the ${kind} out; remove exclude`;
}

function checkStatement(statement: Statement) {
  const wrongKind = checkKind(statement.kind);
  if (wrongKind) {
    return wrongKind;
  }
  const columns = FACT_COLUMNS[statement.kind];
  const problem =
    checkName(`the key of the ${statement.kind}`, statement.key) ??
    checkValue('occurredAt', 'time', statement.occurredAt) ??
    checkRetractions(statement);
  if (problem) {
    return problem;
  }
  const fields: Record<string, unknown> = { ...statement.fields };
  for (const { field, type } of columns) {
    const wrong = checkValue(
      `${field} of the ${statement.kind}`,
      type,
      fields[field],
    );
    if (wrong) {
      return wrong;
    }
  }
  return undefined;
}

function checkConnection({ kind, since, until }: ConnectedKind) {
  return (
    checkKind(kind) ??
    checkValue(`since when the ${kind} is connected`, 'time', since) ??
    checkValue(`until when the ${kind} is connected`, 'time', until)
  );
}

/**
 * Whether an event can be kept by both databases alike.
 *
 * @remarks
 *
 * PostgreSQL refuses what SQLite takes (a NUL, a long index entry, a number
 * that is not whole), and one such event would take its whole batch down.
 *
 * @returns what is wrong with it and should be changed; `undefined` when
 *   nothing is
 */
export function checkStorable(event: MappedEvent): string | undefined {
  const texts: [string, string | undefined][] = [
    ['the source', event.eventSource],
    ['the id', event.eventId],
    ['the type', event.type],
    ['the subject', event.subject],
  ];
  for (const [what, value] of texts) {
    const problem = checkText(what, value);
    if (problem) {
      return problem;
    }
  }
  if (!Number.isSafeInteger(event.occurredAt)) {
    return 'the time must be whole milliseconds since 1970';
  }
  for (const { scheme, value } of namesOf(event)) {
    const problem = checkName(`the ${describeScheme(scheme)}`, value);
    if (problem) {
      return problem;
    }
  }
  for (const statement of event.statements) {
    const problem = checkStatement(statement);
    if (problem) {
      return problem;
    }
  }
  for (const connection of event.connects ?? []) {
    const problem = checkConnection(connection);
    if (problem) {
      return problem;
    }
  }
  return undefined;
}

function describeScheme(scheme: Alias['scheme']): string {
  return scheme === 'entity' ? 'entityref' : `${scheme} name`;
}
