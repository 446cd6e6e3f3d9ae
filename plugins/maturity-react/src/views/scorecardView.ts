import type {
  CriterionCard,
  EpochMs,
  Gap,
  Level,
  Scorecard,
  ScorecardNode,
} from '@devops-scorecards/plugin-maturity-common';
import { formatDate, formatDateTime } from '../format';
import { pickText, type Texts } from '../language';
import { toCriterionView, type CriterionView } from './criterionView';
import { toLadderRow, type LadderRow } from './ladderView';
import { toLevelView, type LevelView } from './levelView';
import { stepsToThreshold } from './stepsToThreshold';

/** A criterion on the way to the next level. @public */
export interface GapView {
  criterion: CriterionView;
  subItem: string;
  /** `1 more in a row that counts would do it`. */
  hint?: string;
}

/**
 * What the gaps are to.
 *
 * @remarks
 * `connect`: nothing is decided, so there is no level yet; `prove`: the level
 * is measured and some of it is undecided; `reach`: it is the next one.
 *
 * @public
 */
export interface Aim {
  kind: 'connect' | 'prove' | 'reach';
  level: Level;
}

/** A scorecard ready to be shown. @public */
export interface ScorecardView {
  title: string;
  version: string;
  description: string;
  attribution: string;
  models: { id: string; title: string; current: boolean }[];
  level: LevelView;
  levelWords: { level: Level; word: string }[];
  standing?: string;
  held: boolean;
  atRisk: boolean;
  waived: number;
  /** Where the gaps lead; absent where the highest level is proven. */
  aim?: Aim;
  maxLevel: Level;
  gaps: GapView[];
  rows: LadderRow[];
  /** True while no criterion has any data of a source behind it. */
  unconnected: boolean;
  generated: boolean;
  asOf: string;
  window: string;
}

/** Everything the tab shows, as words in the reader's language. @public */
export function toScorecardView(
  scorecard: Scorecard,
  texts: Texts,
): ScorecardView {
  const { model, root, timeZone, window, asOf } = scorecard;
  const { t } = texts;
  const level = toLevelView({
    levels: root.levels,
    texts,
    titles: model.levels,
  });
  const held = scorecard.standing === 'held';
  const date = (at: number) => formatDate({ at, texts, timeZone });
  return {
    title: pickText(texts, model.title),
    version: model.version,
    description: pickText(texts, model.description),
    attribution: pickText(texts, model.attribution),
    models: scorecard.applied.map(applied => ({
      id: applied.id,
      title: pickText(texts, applied.title),
      current: applied.id === model.id,
    })),
    level,
    levelWords: model.levels.map(entry => ({
      level: entry.level,
      word: pickText(texts, entry.title),
    })),
    standing: level.measured && t(held ? 'badge.held' : 'badge.new'),
    held,
    atRisk: level.measured !== undefined && scorecard.atRisk,
    waived: root.waived,
    aim: aimOf(scorecard.nextLevel, level.measured),
    maxLevel: model.maxLevel,
    gaps: scorecard.gaps.map(gap => toGapView(gap, { texts, timeZone, asOf })),
    rows: (root.children ?? [root]).map(node =>
      toLadderRow({ node, model, texts, timeZone, asOf }),
    ),
    unconnected: criteriaOf(root).every(isUnconnected),
    generated: scorecard.generated,
    asOf: formatDateTime({ at: scorecard.asOf, texts, timeZone }),
    window: t('page.window', {
      from: date(window.from),
      // The window is half-open: its last instant lies on the last day.
      to: date(window.to - 1),
      zone: timeZone,
    }),
  };
}

function aimOf(
  nextLevel: Level | undefined,
  measured: Level | undefined,
): Aim | undefined {
  if (!nextLevel) {
    return undefined;
  }
  if (!measured) {
    return { kind: 'connect', level: nextLevel };
  }
  return { kind: nextLevel > measured ? 'reach' : 'prove', level: nextLevel };
}

function toGapView(
  gap: Gap,
  options: { texts: Texts; timeZone: string; asOf: EpochMs },
): GapView {
  const { texts } = options;
  const { criterion, measurement, result } = gap.card;
  const steps =
    criterion.kind === 'metric' && measurement && result.outcome === 'fail'
      ? stepsToThreshold(criterion, measurement)
      : undefined;
  return {
    criterion: toCriterionView(gap.card, options),
    subItem: pickText(texts, gap.subItemTitle),
    hint:
      criterion.kind === 'metric' && steps
        ? texts.t(
            criterion.operator.startsWith('>')
              ? 'gaps.stepsHigher'
              : 'gaps.stepsLower',
            { count: steps },
          )
        : undefined,
  };
}

/** Every criterion below a node, in the model's order. @public */
export function criteriaOf(node: ScorecardNode): CriterionCard[] {
  return [
    ...(node.criteria ?? []),
    ...(node.children ?? []).flatMap(criteriaOf),
  ];
}

/** What the catalog says needs no source, so it speaks neither for nor against. */
function isUnconnected(card: CriterionCard): boolean {
  if (card.criterion.kind === 'catalog') {
    return true;
  }
  return (
    card.result.outcome === 'undecided' &&
    (card.result.reason === 'no-source' ||
      card.result.reason === 'attestation-missing' ||
      card.result.reason === 'history-missing')
  );
}

/**
 * Changes exactly when something that a reader sees as a result changes; the
 * passing of time alone does not.
 *
 * @public
 */
export function scorecardFingerprint(scorecard: Scorecard): string {
  return JSON.stringify([
    scorecard.model.id,
    scorecard.model.version,
    scorecard.root.levels,
    criteriaOf(scorecard.root).map(card => [
      card.criterion.id,
      card.result,
      card.attestation?.id,
      card.attestation?.state,
      card.measurement?.status,
      card.measurement?.value,
      card.measurement?.n,
      card.measurement?.numerator,
    ]),
  ]);
}
