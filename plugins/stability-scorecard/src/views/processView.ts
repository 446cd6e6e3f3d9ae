import type {
  CriterionCard,
  Scorecard,
  ScorecardNode,
} from '@devops-scorecards/plugin-maturity-common';
import {
  kindWords,
  toCriterionView,
  toLadderRow,
  type CriterionView,
  type LadderRow,
} from '@devops-scorecards/plugin-maturity-react';
import type { StabilityTexts } from '../translation';

/** How it stands with one process. */
export type ProcessState =
  | 'measured'
  | 'byAttestation'
  | 'attestable'
  | 'waiting'
  | 'notConnected'
  | 'notApplicable';

/** One process with its level, its must-have metric and what to do next. */
export interface ProcessView {
  id: string;
  row: LadderRow;
  state: ProcessState;
  /** What to do about it, in one sentence. */
  todo: string;
  /** The metric without which the process has no level. */
  mustHave?: CriterionView;
  /** `3 of 6 attested`, where it has no such metric. */
  attested?: string;
}

/** The processes of a scorecard: its sub-items, in the order of the model. */
export function toProcessViews(
  scorecard: Scorecard,
  words: StabilityTexts,
): ProcessView[] {
  return subItemsOf(scorecard.root).map(node =>
    toProcessView({ node, scorecard, words }),
  );
}

/** The graded units at and below a node. */
export function subItemsOf(node: ScorecardNode): ScorecardNode[] {
  return node.children ? node.children.flatMap(subItemsOf) : [node];
}

/** One process in words. */
export function toProcessView(options: {
  node: ScorecardNode;
  scorecard: Scorecard;
  words: StabilityTexts;
}): ProcessView {
  const { node, scorecard, words } = options;
  const { model, timeZone, asOf } = scorecard;
  const { texts } = words;
  const cards = [...(node.criteria ?? [])].sort(
    (a, b) => a.criterion.level - b.criterion.level,
  );
  const view = (card: CriterionCard) =>
    toCriterionView(card, { texts, timeZone, asOf });
  const state = stateOf(node, cards);
  const mustHave = mustHaveOf(cards);
  const attestations = cards.filter(
    ({ criterion }) => criterion.kind === 'attestation',
  );
  return {
    id: node.id,
    row: toLadderRow({ node, model, texts, timeZone, asOf }),
    state,
    todo: todoOf({ state, cards, view, words }),
    mustHave: mustHave && view(mustHave),
    attested:
      !mustHave && attestations.length > 0
        ? words.t('process.attested', {
            done: String(attestations.filter(isPassed).length),
            total: String(attestations.length),
          })
        : undefined,
  };
}

function stateOf(node: ScorecardNode, cards: CriterionCard[]): ProcessState {
  if (!node.applicable) {
    return 'notApplicable';
  }
  if (node.levels.measured !== undefined) {
    return cards.some(card => card.measurement && isDecided(card))
      ? 'measured'
      : 'byAttestation';
  }
  const mustHave = mustHaveOf(cards);
  if (!mustHave) {
    return 'attestable';
  }
  return isNotConnected(mustHave) ? 'notConnected' : 'waiting';
}

/**
 * The must-have metric at the level that comes next: the lowest that does not
 * pass, else the highest.
 */
function mustHaveOf(cards: CriterionCard[]): CriterionCard | undefined {
  const all = cards.filter(
    ({ criterion }) => criterion.kind === 'metric' && criterion.mustHave,
  );
  return all.find(card => !isPassed(card)) ?? all[all.length - 1];
}

function todoOf(options: {
  state: ProcessState;
  cards: CriterionCard[];
  view: (card: CriterionCard) => CriterionView;
  words: StabilityTexts;
}): string {
  const { state, cards, view, words } = options;
  const { t, texts } = words;
  const mustHave = mustHaveOf(cards);
  switch (state) {
    case 'notApplicable':
      return t('process.doNotAsked');
    case 'notConnected': {
      const { asks, missing } = view(mustHave!);
      return missing.length > 0
        ? t('process.doConnect', { kinds: kindWords(missing, texts) })
        : asks.join(' ');
    }
    case 'waiting': {
      const { reason, title } = view(mustHave!);
      return reason ?? t('process.doWait', { title });
    }
    case 'attestable':
      return t('process.doAttest', {
        count: cards.filter(isAttestationMissing).length,
      });
    default:
      return nextOf({ cards, view, words });
  }
}

/** The lowest criterion that fails, else that is not decided. */
function nextOf(options: {
  cards: CriterionCard[];
  view: (card: CriterionCard) => CriterionView;
  words: StabilityTexts;
}): string {
  const { cards, view, words } = options;
  const failed = cards.find(({ result }) => result.outcome === 'fail');
  if (failed) {
    return words.t('process.doMeet', { title: view(failed).title });
  }
  const open = cards.find(({ result }) => result.outcome === 'undecided');
  return open
    ? words.t('process.doProve', { title: view(open).title })
    : words.t('process.doNothing');
}

function isPassed({ result }: CriterionCard): boolean {
  return result.outcome === 'pass';
}

function isDecided({ result }: CriterionCard): boolean {
  return result.outcome === 'pass' || result.outcome === 'fail';
}

function isNotConnected({ result }: CriterionCard): boolean {
  return result.outcome === 'undecided' && result.reason === 'no-source';
}

function isAttestationMissing({ result }: CriterionCard): boolean {
  return (
    result.outcome === 'undecided' && result.reason === 'attestation-missing'
  );
}
