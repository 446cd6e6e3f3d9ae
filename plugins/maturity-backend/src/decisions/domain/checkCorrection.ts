import { InputError } from '@backstage/errors';
import {
  CORRECTABLE_FIELDS,
  type CorrectionContent,
  type EpochMs,
  type FactKind,
  type FactRecord,
} from '@devops-scorecards/plugin-maturity-common';
import { z } from 'zod';
import { applyCorrection, type FactValues } from './applyCorrection';
import { checkText } from './checkText';

const KEY_LENGTH = 512;

const time = z.number().int().min(0);
const flag = z.boolean();
const key = z.string().min(1).max(KEY_LENGTH);
const outcome = z.enum(['success', 'failure', 'cancelled', 'skipped']);

/** What each field that people can correct may hold. */
const VALUES: Readonly<Record<string, z.ZodType>> = {
  startedAt: time,
  finishedAt: time,
  detectedAt: time,
  acknowledgedAt: time,
  restoredAt: time,
  trunk: flag,
  scheduled: flag,
  outcome,
  execution: z.enum(['pipeline', 'manual']),
  purpose: z.enum(['planned', 'hotfix', 'rollback']),
  tier: z.enum(['production', 'staging', 'testing', 'development']),
  detectedBy: z.enum(['monitoring', 'inspection', 'user', 'regulator']),
  severity: z.enum(['critical', 'major', 'minor']),
  impact: z.enum(['outage', 'degraded', 'none']),
  cause: z.enum(['change', 'capacity', 'dependency', 'hardware', 'other']),
  deployment: key,
  repeatOf: key,
};

/** Times that must not lie the other way round: the earlier, the later. */
const ORDERS: readonly [string, string, string][] = [
  ['startedAt', 'finishedAt', 'finished before it started'],
  ['startedAt', 'restoredAt', 'restored before it started'],
  ['detectedAt', 'acknowledgedAt', 'acknowledged before it was detected'],
];

/**
 * Checks what a person says of a fact, against the fact as it is.
 *
 * @remarks
 *
 * Two times are compared where the correction names at least one of them, so
 * that a fact that is odd already can still be corrected in other respects.
 *
 * @param options - `now`: no time may lie after it
 * @returns the content with nothing in it but what was checked
 * @throws InputError that says what to change
 */
export function checkCorrection(options: {
  content: CorrectionContent;
  fact: FactRecord;
  now: EpochMs;
}): CorrectionContent {
  const { content, fact, now } = options;
  const { kind } = fact;
  const fields = definedFields(content.fields);
  const clears = [...new Set(content.clears ?? [])].sort();
  const names = Object.keys(fields);

  checkNames(kind, [...names, ...clears]);
  checkShape(content.exclude, names, clears);
  for (const name of names) {
    checkValue(name, fields[name], now);
  }
  const checked: CorrectionContent = {
    kind: 'correct',
    fact: { kind, source: fact.source, key: fact.key },
    ...(content.exclude !== undefined && { exclude: content.exclude }),
    ...(names.length > 0 && { fields }),
    ...(clears.length > 0 && { clears }),
  };
  checkSense(checked, fact);
  return checked;
}

function definedFields(fields: CorrectionContent['fields']): FactValues {
  return Object.fromEntries(
    Object.entries(fields ?? {})
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function checkNames(kind: FactKind, names: readonly string[]): void {
  const known: readonly string[] = CORRECTABLE_FIELDS[kind];
  const unknown = names.filter(name => !known.includes(name));
  if (unknown.length > 0) {
    throw new InputError(
      `People cannot correct ${unknown
        .map(name => `'${name}'`)
        .join(', ')} of a fact of kind ${kind}: ${
        known.length > 0
          ? `name some of ${known.join(', ')}`
          : 'it can only be excluded'
      }`,
    );
  }
}

function checkShape(
  exclude: boolean | undefined,
  names: readonly string[],
  clears: readonly string[],
): void {
  const isChange = names.length > 0 || clears.length > 0;
  if (exclude === undefined && !isChange) {
    throw new InputError(
      'The correction says nothing: give exclude, fields or clears',
    );
  }
  if (exclude !== undefined && isChange) {
    throw new InputError(
      'A correction either excludes a fact or changes its fields: make two of it',
    );
  }
  const both = clears.filter(name => names.includes(name));
  if (both.length > 0) {
    throw new InputError(
      `'${both[0]}' is both given and cleared: decide for one of them`,
    );
  }
}

function checkValue(name: string, value: unknown, now: EpochMs): void {
  const schema = VALUES[name];
  if (!schema.safeParse(value).success) {
    throw new InputError(
      `The value of '${name}' is not possible: ${expected(schema)}`,
    );
  }
  if (schema === time && (value as number) > now) {
    throw new InputError(
      `'${name}' lies in the future: give a time that has passed`,
    );
  }
  if (schema === key) {
    checkText(value as string, { what: `'${name}'`, maxLength: KEY_LENGTH });
  }
}

function expected(schema: z.ZodType): string {
  if (schema instanceof z.ZodEnum) {
    return `write one of ${schema.options.join(', ')}`;
  }
  switch (schema) {
    case time:
      return 'write whole milliseconds since 1970, UTC';
    case flag:
      return 'write true or false';
    default:
      return `write a key of 1 to ${KEY_LENGTH} characters`;
  }
}

function checkSense(content: CorrectionContent, fact: FactRecord): void {
  const before = fact.fields as FactValues;
  const isExcluded = fact.state === 'excluded';
  if (content.exclude !== undefined) {
    if (content.exclude === isExcluded) {
      throw new InputError(
        isExcluded
          ? 'The fact is excluded already'
          : 'The fact counts already: it was not excluded',
      );
    }
    return;
  }
  if (isExcluded) {
    throw new InputError(
      'The fact is excluded, what its fields say does not matter: take it back in first, with exclude: false',
    );
  }
  const after = applyCorrection(before, content);
  const touched = [
    ...Object.keys(content.fields ?? {}),
    ...(content.clears ?? []),
  ];
  if (touched.every(name => after[name] === before[name])) {
    throw new InputError(
      'The fact says so already: give a value that differs from it',
    );
  }
  for (const [earlier, later, problem] of ORDERS) {
    if (
      (touched.includes(earlier) || touched.includes(later)) &&
      (after[later] as number) < (after[earlier] as number)
    ) {
      throw new InputError(
        `The ${fact.kind} would be ${problem}: change '${earlier}' or '${later}'`,
      );
    }
  }
}
