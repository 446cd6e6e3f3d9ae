import type { FactKind } from '@devops-scorecards/plugin-maturity-common';
import { formatDateTime, formatNumber } from '../format';
import type { Texts } from '../language';
import { factsMessages } from '../translation/en/facts';

/** Names of fields that pages have a word for. @public */
export type FieldName = keyof typeof factsMessages.field;

type FieldValueWord = keyof typeof factsMessages.fieldValue;

/** How a field is shown and asked for. @public */
export type FieldForm = 'time' | 'flag' | 'choice' | 'number' | 'text' | 'link';

/** One known field of a fact in words. @public */
export interface FieldView {
  name: string;
  title: string;
  value: string;
  /** Set on addresses: leads there. */
  url?: string;
}

const FLAGS = [
  'trunk',
  'bot',
  'scheduled',
  'actionable',
  'escalated',
  'approved',
  'dropped',
];

/** Fields that hold one of a few words, with these words. */
const CHOICES: Partial<Record<FactKind, Record<string, FieldValueWord[]>>> = {
  run: {
    outcome: ['success', 'failure', 'cancelled', 'skipped'],
    trigger: ['push', 'change', 'schedule', 'manual', 'other'],
  },
  deployment: {
    outcome: ['success', 'failure', 'cancelled', 'skipped'],
    tier: ['production', 'staging', 'testing', 'development'],
    execution: ['pipeline', 'manual'],
    startedBy: ['person', 'machine'],
    purpose: ['planned', 'hotfix', 'rollback'],
    strategy: ['all-at-once', 'rolling', 'canary', 'blue-green'],
    provenance: ['verified', 'unverified'],
    changeWindow: ['inside', 'outside'],
  },
  change: {
    form: ['request', 'push'],
    gates: ['passed', 'failed', 'bypassed'],
  },
  'work-item': {
    form: ['requirement', 'defect', 'task', 'action', 'improvement'],
  },
  incident: {
    severity: ['critical', 'major', 'minor'],
    impact: ['outage', 'degraded', 'none'],
    detectedBy: ['monitoring', 'inspection', 'user', 'regulator'],
    cause: ['change', 'capacity', 'dependency', 'hardware', 'other'],
  },
  alert: { severity: ['critical', 'warning', 'info'] },
};

/** How a field of a kind of fact is shown and asked for. @public */
export function fieldForm(kind: FactKind, name: string): FieldForm {
  if (name.endsWith('At')) {
    return 'time';
  }
  if (FLAGS.includes(name)) {
    return 'flag';
  }
  if (fieldChoices(kind, name).length > 0) {
    return 'choice';
  }
  return name === 'url' ? 'link' : 'text';
}

/** The words that a field of few values can hold; none for other fields. @public */
export function fieldChoices(kind: FactKind, name: string): string[] {
  return CHOICES[kind]?.[name] ?? [];
}

/** What a field is called; its own name where pages have no word for it. @public */
export function fieldTitle(name: string, texts: Texts): string {
  return name in factsMessages.field
    ? texts.t(`field.${name as FieldName}`)
    : name;
}

/** The value of a field in words. @public */
export function fieldValue(options: {
  kind: FactKind;
  name: string;
  value: unknown;
  texts: Texts;
  /** IANA zone that days are cut in. */
  timeZone: string;
}): string {
  const { kind, name, value, texts, timeZone } = options;
  if (value === undefined) {
    return texts.t('factView.unknown');
  }
  if (typeof value === 'boolean') {
    return texts.t(value ? 'fieldValue.yes' : 'fieldValue.no');
  }
  if (typeof value === 'number') {
    return fieldForm(kind, name) === 'time'
      ? formatDateTime({ at: value, texts, timeZone, seconds: true })
      : formatNumber({ value, texts, digits: 4 });
  }
  const word = String(value);
  return fieldChoices(kind, name).includes(word)
    ? texts.t(`fieldValue.${word as FieldValueWord}`)
    : word;
}

/** Every known field of a fact in words, in the order it came in. @public */
export function toFieldViews(options: {
  kind: FactKind;
  fields: object;
  texts: Texts;
  timeZone: string;
}): FieldView[] {
  const { kind, fields, texts, timeZone } = options;
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({
      name,
      title: fieldTitle(name, texts),
      value: fieldValue({ kind, name, value, texts, timeZone }),
      url: name === 'url' && isWebAddress(value) ? value : undefined,
    }));
}

/**
 * Whether a text is an address that a page may link to: http or https, never a
 * script.
 *
 * @public
 */
export function isWebAddress(value: unknown): value is string {
  if (typeof value !== 'string') {
    return false;
  }
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
}
