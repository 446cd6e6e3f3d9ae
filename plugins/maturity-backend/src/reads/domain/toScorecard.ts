import {
  conditionsOf,
  gapsToLevel,
  nextLevel,
  nodesOf,
  scorecardWindow,
  type AppliedModel,
  type CriterionCard,
  type Criterion,
  type CriterionVerdict,
  type Decision,
  type EpochMs,
  type Measurement,
  type Model,
  type ModelNode,
  type NodeVerdict,
  type Scorecard,
  type ScorecardNode,
  type SettingProblem,
  type Verdict,
} from '@devops-scorecards/plugin-maturity-common';

import { attestationOf } from '../../decisions/domain/attestationOf';

/** What a scorecard is made of. */
export interface ScorecardInput {
  entityRef: string;
  model: Model;
  applied: AppliedModel[];
  asOf: EpochMs;
  knownAt: number;
  timeZone: string;
  verdict: Pick<Verdict, 'root' | 'standing' | 'atRisk' | 'index'>;
  measurements: Readonly<Record<string, Measurement | undefined>>;
  /** On the entity, the oldest first. */
  decisions: readonly Decision[];
  /** Settings of the entity that cannot be used. */
  problems: SettingProblem[];
}

/** The scorecard as pages show it: verdict, texts and values side by side. */
export function toScorecard(input: ScorecardInput): Scorecard {
  const { model, verdict, measurements } = input;
  const { root } = verdict;
  const toCard = ({
    criterion,
    result,
    atRisk,
    contradicted,
  }: CriterionVerdict): CriterionCard => {
    const others = otherMetrics(criterion).flatMap(
      id => measurements[id] ?? [],
    );
    return {
      criterion,
      result,
      atRisk,
      measurement:
        criterion.kind === 'metric'
          ? measurements[criterion.metric]
          : undefined,
      ...(others.length > 0 && { others }),
      ...(contradicted && { contradicted }),
      attestation:
        criterion.kind === 'attestation'
          ? attestationOf(input.decisions, criterion.id, model.id)
          : undefined,
    };
  };
  const texts = new Map(nodesOf(model).map(node => [node.id, node]));
  const toNode = (
    node: NodeVerdict,
    text: Pick<ModelNode, 'title' | 'description'>,
  ): ScorecardNode => ({
    id: node.id,
    title: text.title,
    description: text.description,
    applicable: node.applicable,
    levels: node.levels,
    partlyNext: node.partlyNext,
    waived: node.waived,
    criteria: node.criteria?.map(toCard),
    children: node.children?.flatMap(child => {
      const childText = texts.get(child.id);
      return childText ? [toNode(child, childText)] : [];
    }),
  });
  const next = nextLevel(root, model);
  return {
    entityRef: input.entityRef,
    model: {
      id: model.id,
      version: model.version,
      scorecard: model.scorecard,
      title: model.title,
      description: model.description,
      attribution: model.attribution,
      levels: model.levels,
      maxLevel: model.maxLevel,
    },
    applied: input.applied,
    asOf: input.asOf,
    knownAt: input.knownAt,
    window: scorecardWindow(input.asOf, input.timeZone),
    timeZone: input.timeZone,
    root: toNode(root, model),
    standing: verdict.standing,
    atRisk: verdict.atRisk,
    index: verdict.index,
    nextLevel: next,
    gaps:
      next === undefined
        ? []
        : gapsToLevel(model, root, next).map(gap => ({
            subItemId: gap.subItem.id,
            subItemTitle: gap.subItem.title,
            card: toCard(gap.verdict),
          })),
    generated: Object.values(measurements).some(m => m?.generated),
    ...(input.problems.length > 0 && { problems: input.problems }),
  };
}

/** Metrics that a criterion reads beside the one that it shows, each once. */
function otherMetrics(criterion: Criterion): string[] {
  const shown = criterion.kind === 'metric' ? criterion.metric : undefined;
  const ids = conditionsOf(criterion).map(({ metric }) => metric);
  return [...new Set(ids)].filter(id => id !== shown);
}
