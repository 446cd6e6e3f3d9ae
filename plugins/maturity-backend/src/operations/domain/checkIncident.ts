import { ConflictError, InputError } from '@backstage/errors';
import type {
  EpochMs,
  FactRecord,
  IncidentFields,
  IncidentReport,
  IncidentStep,
} from '@devops-scorecards/plugin-maturity-common';
import { checkText } from '../../decisions/domain/checkText';

const TITLE = { what: 'The title', maxLength: 200 };
const URL_LENGTH = 2_048;

/** Times that must not lie the other way round: the earlier, the later. */
const ORDERS: readonly [keyof IncidentFields, keyof IncidentFields, string][] =
  [
    ['startedAt', 'restoredAt', 'restored before it started'],
    ['detectedAt', 'acknowledgedAt', 'acknowledged before it was detected'],
  ];

/**
 * How far the clock of a person's browser may be ahead of ours. Milliseconds.
 */
const CLOCK_TOLERANCE_MS = 60_000;

const TIMES = [
  'startedAt',
  'detectedAt',
  'acknowledgedAt',
  'restoredAt',
] as const;

/** "Now" of a clock that runs a little ahead is our now. */
export function withoutDrift<T extends object>(said: T, now: EpochMs): T {
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      name,
      typeof value === 'number' &&
      value > now &&
      value <= now + CLOCK_TOLERANCE_MS
        ? now
        : value,
    ]),
  ) as T;
}

/**
 * Checks an incident that a person tells of.
 *
 * @param now - no time may lie after it
 * @returns the report with its texts as they are kept
 * @throws InputError that says what to change
 */
export function checkReport(
  report: IncidentReport,
  now: EpochMs,
): IncidentReport {
  const { url } = report;
  checkTimes(report, now);
  if (url !== undefined && !/^https?:\/\/[^\s/]/i.test(url)) {
    throw new InputError(
      'The address must begin with https:// or http://: give one where a person can look',
    );
  }
  return {
    ...report,
    title: checkText(report.title, TITLE),
    ...(url !== undefined && {
      url: checkText(url, { what: 'The address', maxLength: URL_LENGTH }),
    }),
  };
}

/**
 * Checks what happened next to an incident that a person told of.
 *
 * @param incident - as it is known by now
 * @throws ConflictError where it is so already, or was said otherwise
 * @throws InputError that says what to change
 */
export function checkStep(
  step: IncidentStep,
  incident: FactRecord,
  now: EpochMs,
): void {
  const fields = incident.fields as IncidentFields;
  if (incident.state === 'excluded') {
    throw new ConflictError(
      'A person left this incident out: take it back in first, by correcting it',
    );
  }
  switch (step.step) {
    case 'acknowledge':
      requireUnknown(fields, ['acknowledgedAt']);
      checkTimes({ ...fields, acknowledgedAt: step.at }, now);
      return;
    case 'restore':
      requireUnknown(fields, ['restoredAt']);
      checkTimes({ ...fields, restoredAt: step.at }, now);
      return;
    case 'reopen':
      if (fields.restoredAt === undefined) {
        throw new ConflictError('The incident is not restored: it is open');
      }
      return;
    default: {
      const { step: _, ...said } = step;
      const names = Object.entries(said).flatMap(([name, value]) =>
        value === undefined ? [] : [name as keyof IncidentFields],
      );
      if (names.length === 0) {
        throw new InputError(
          'Nothing is said: give at least one of severity, impact, startedAt, detectedBy, cause',
        );
      }
      requireUnknown(fields, names);
      checkTimes({ ...fields, ...said }, now);
    }
  }
}

/**
 * What was said before is a fact that others may rest on: changing it is a
 * correction, with a reason and, where a level would rise, a second person.
 */
function requireUnknown(
  fields: IncidentFields,
  names: readonly (keyof IncidentFields)[],
): void {
  const known = names.find(name => fields[name] !== undefined);
  if (known) {
    throw new ConflictError(
      `'${known}' of the incident is known already: correct the fact to change it`,
    );
  }
}

function checkTimes(fields: IncidentFields, now: EpochMs): void {
  const ahead = TIMES.find(name => (fields[name] ?? -Infinity) > now);
  if (ahead) {
    throw new InputError(
      `'${ahead}' lies in the future: give a time that has passed`,
    );
  }
  for (const [earlier, later, problem] of ORDERS) {
    if ((fields[later] as number) < (fields[earlier] as number)) {
      throw new InputError(
        `The incident would be ${problem}: change '${earlier}' or '${later}'`,
      );
    }
  }
}
