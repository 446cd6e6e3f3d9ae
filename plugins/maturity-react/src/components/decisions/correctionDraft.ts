import {
  CORRECTABLE_FIELDS,
  type CorrectionContent,
  type FactRecord,
} from '@devops-scorecards/plugin-maturity-common';
import { fromTimeInput, toTimeInput } from '../../format';
import type { Texts } from '../../language';
import { fieldForm, fieldTitle } from '../../views';

/** What the form holds of one field, as its input shows it. */
export interface FieldDraft {
  name: string;
  /** Text of the input; empty says nothing. */
  text: string;
  /** The person says that it is not known. */
  cleared: boolean;
}

/** What a correction would be, or why it cannot be sent. */
export interface CheckedCorrection {
  content?: Pick<CorrectionContent, 'fields' | 'clears' | 'exclude'>;
  problems: string[];
}

/** Pairs of times of which the second cannot come first. */
const ORDER: [string, string][] = [
  ['startedAt', 'finishedAt'],
  ['startedAt', 'restoredAt'],
  ['detectedAt', 'acknowledgedAt'],
];

/** Message for what a correction of a fact can do. */
export function correctionTitle({ kind, state }: FactRecord) {
  if (state === 'excluded') {
    return 'correct.include' as const;
  }
  return CORRECTABLE_FIELDS[kind].length > 0
    ? ('correct.open' as const)
    : ('correct.exclude' as const);
}

/** The fields that can be corrected, as they are. */
export function draftOf(record: FactRecord, timeZone: string): FieldDraft[] {
  const { kind } = record;
  const fields = record.fields as Record<string, unknown>;
  return CORRECTABLE_FIELDS[kind].map(name => {
    const value = fields[name];
    if (value === undefined) {
      return { name, text: '', cleared: false };
    }
    const text =
      fieldForm(kind, name) === 'time'
        ? toTimeInput(Number(value), timeZone)
        : String(value);
    return { name, text, cleared: false };
  });
}

/** What has changed from how the fact is, with what is wrong about it. */
export function checkCorrection(options: {
  record: FactRecord;
  draft: FieldDraft[];
  /** Whether the fact is to be left out. */
  exclude: boolean;
  texts: Texts;
  timeZone: string;
}): CheckedCorrection {
  const { record, draft, exclude, texts, timeZone } = options;
  const { kind } = record;
  if (exclude !== (record.state === 'excluded')) {
    // What is left out, or was, has no fields that matter.
    return { problems: [], content: { exclude } };
  }
  const before = new Map(
    draftOf(record, timeZone).map(({ name, text }) => [name, text]),
  );
  const problems: string[] = [];
  const fields: Record<string, unknown> = {};
  const clears: string[] = [];
  for (const { name, text, cleared } of draft) {
    if (cleared) {
      clears.push(name);
    } else if (text !== before.get(name) && text !== '') {
      const value = valueOf({ kind, name, text, timeZone });
      if (value === undefined) {
        const field = fieldTitle(name, texts);
        problems.push(texts.t('correct.badTime', { field }));
      } else {
        fields[name] = value;
      }
    } else if (text === '' && before.get(name)) {
      clears.push(name);
    }
  }
  const after: Record<string, unknown> = { ...record.fields, ...fields };
  clears.forEach(name => delete after[name]);
  problems.push(...orderProblems(after, { ...fields }, texts));
  const changed = Object.keys(fields).length > 0 || clears.length > 0;
  if (!changed && problems.length === 0) {
    problems.push(texts.t('correct.nothing'));
  }
  if (problems.length > 0) {
    return { problems };
  }
  return {
    problems,
    content: {
      ...(Object.keys(fields).length > 0 && { fields }),
      ...(clears.length > 0 && { clears }),
    },
  };
}

function valueOf(options: {
  kind: FactRecord['kind'];
  name: string;
  text: string;
  timeZone: string;
}): unknown {
  const { kind, name, text, timeZone } = options;
  switch (fieldForm(kind, name)) {
    case 'time':
      return fromTimeInput(text, timeZone);
    case 'flag':
      return text === 'true';
    default:
      return text.trim();
  }
}

/** Only times that the person has touched are held against them. */
function orderProblems(
  after: Record<string, unknown>,
  touched: Record<string, unknown>,
  texts: Texts,
): string[] {
  return ORDER.filter(
    ([first, second]) =>
      (first in touched || second in touched) &&
      typeof after[first] === 'number' &&
      typeof after[second] === 'number' &&
      after[second] < after[first],
  ).map(([first, second]) =>
    texts.t('correct.order', {
      first: fieldTitle(first, texts),
      second: fieldTitle(second, texts),
    }),
  );
}
