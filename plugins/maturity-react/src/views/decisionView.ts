import type {
  CorrectionContent,
  Decision,
  DecisionEffect,
} from '@devops-scorecards/plugin-maturity-common';
import { formatDate, formatDateTime } from '../format';
import type { Texts } from '../language';
import { fieldTitle, fieldValue } from './fieldView';

/** A decision of a person in words. @public */
export interface DecisionView {
  id: string;
  kind: string;
  state: string;
  author: string;
  decider?: string;
  reason: string;
  validity?: string;
  /** What a correction says, a line each. */
  says: string[];
  /** The fact that a correction is about. */
  fact?: string;
  effect: string[];
  raises: boolean;
  steps: string[];
}

/** What approving does to levels, a line each. @public */
export function effectWords(
  effect: DecisionEffect | undefined,
  texts: Texts,
): string[] {
  const { t } = texts;
  if (!effect) {
    return [];
  }
  const changed = effect.levels.filter(({ from, to }) => from !== to);
  if (changed.length === 0) {
    return [t('decision.effectNone')];
  }
  const level = (value: number | undefined) =>
    value === undefined ? t('decision.notAssessed') : String(value);
  return changed.map(({ model, from, to }) =>
    t('decision.effectLevel', { model, from: level(from), to: level(to) }),
  );
}

/** A name that people know from an entity ref of a user. @public */
export function personName(ref: string): string {
  return /^user:(?:default\/)?(.+)$/i.exec(ref)?.[1] ?? ref;
}

/** Whether two entity refs are of the same person. @public */
export function isSamePerson(first: string, second: string): boolean {
  return first.toLocaleLowerCase('en-US') === second.toLocaleLowerCase('en-US');
}

/** A decision with everything that whoever decides has to know. @public */
export function toDecisionView(
  decision: Decision,
  options: { texts: Texts; timeZone: string },
): DecisionView {
  const { texts, timeZone } = options;
  const { t } = texts;
  const { content, effect } = decision;
  return {
    id: decision.id,
    kind: t(`decision.${content.kind}`),
    state: stateWord(decision, texts),
    author: personName(decision.author),
    decider: decision.decider && personName(decision.decider),
    reason: decision.reason,
    validity:
      content.kind === 'attest' ? validityOf(decision, options) : undefined,
    says: content.kind === 'correct' ? saysOf(content, options) : [],
    fact:
      content.kind === 'correct'
        ? t('decision.fact', {
            kind: t(`fact.${content.fact.kind}`),
            key: content.fact.key,
            source: content.fact.source,
          })
        : undefined,
    effect: effectWords(effect, texts),
    raises: effect?.raises ?? false,
    steps: decision.steps.map(step =>
      [
        t('decision.step', {
          state: t(`decision.${step.state}`),
          who: personName(step.actor),
          when: formatDateTime({ at: step.at, texts, timeZone }),
        }),
        step.reason,
      ]
        .filter(Boolean)
        .join(texts.locale === 'zh-CN' ? '：' : ': '),
    ),
  };
}

/** A correction that needed nobody is applied rather than approved. */
function stateWord(decision: Decision, texts: Texts): string {
  const { state, decider, content } = decision;
  return texts.t(
    state === 'approved' && !decider && content.kind === 'correct'
      ? 'decision.applied'
      : `decision.${state}`,
  );
}

function validityOf(
  decision: Decision,
  options: { texts: Texts; timeZone: string },
): string {
  const { validFrom, validTo } = decision;
  const { t } = options.texts;
  const from = formatDate({ at: validFrom, ...options });
  return validTo === undefined
    ? t('decision.validOpen', { from })
    : t('decision.validSpan', {
        from,
        to: formatDate({ at: validTo, ...options }),
      });
}

function saysOf(
  content: CorrectionContent,
  options: { texts: Texts; timeZone: string },
): string[] {
  const { texts } = options;
  const { t } = texts;
  const { kind } = content.fact;
  const said = Object.entries(content.fields ?? {}).map(([name, value]) =>
    t('decision.says', {
      field: fieldTitle(name, texts),
      value: fieldValue({ kind, name, value, ...options }),
    }),
  );
  const cleared = (content.clears ?? []).map(name =>
    t('decision.clears', { field: fieldTitle(name, texts) }),
  );
  return [
    ...(content.exclude === undefined
      ? []
      : [t(content.exclude ? 'decision.excludes' : 'decision.includes')]),
    ...said,
    ...cleared,
  ];
}
