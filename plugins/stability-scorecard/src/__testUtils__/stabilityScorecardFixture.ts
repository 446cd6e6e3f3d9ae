import type {
  AppliedModel,
  CriterionCard,
  Level,
  LocalizedText,
  Measurement,
  NodeLevels,
  Scorecard,
  ScorecardNode,
} from '@devops-scorecards/plugin-maturity-common';
import {
  criterionFixture,
  measurementFixture,
  scorecardFixture,
} from '@devops-scorecards/plugin-maturity-react/testUtils';

function both(en: string, zh: string): LocalizedText {
  return { en, 'zh-CN': zh };
}

function levels(measured: Level | undefined, decided: number): NodeLevels {
  return {
    award: 1,
    measured,
    potential: 4,
    decided,
    total: 10,
  };
}

const APPLIED: AppliedModel[] = [
  {
    id: 'csa-stability',
    version: '2025.1',
    scorecard: 'stability',
    title: both('Stability assurance', '稳定性保障'),
    primary: true,
  },
  {
    id: 'csa-safeguards',
    version: '2025.1',
    scorecard: 'stability',
    title: both('Stability safeguards', '稳定性组织与制度保障'),
    primary: false,
  },
  {
    id: 'starter',
    version: '1.0',
    scorecard: 'maturity',
    title: both('Starter', '入门'),
    primary: true,
  },
];

/** A criterion that somebody must attest. */
export function attestationCard(id: string): CriterionCard {
  return {
    criterion: {
      id,
      level: 2,
      kind: 'attestation',
      title: both(`Drilled within 12 months (${id})`, `12 个月内演练（${id}）`),
      statement: both('It was rehearsed.', '已完成演练。'),
      provenance: { kind: 'inferred', source: 'CSA draft' },
    },
    result: { outcome: 'undecided', reason: 'attestation-missing' },
    atRisk: false,
  };
}

/** A must-have criterion on a metric. */
export function mustHaveCard(
  part: Partial<CriterionCard> & {
    id: string;
    metric: string;
    measured?: Partial<Measurement>;
  },
): CriterionCard {
  const { id, metric, measured, ...rest } = part;
  return {
    criterion: criterionFixture({
      id,
      level: 2,
      mustHave: true,
      metric,
      threshold: 0.8,
      title: both('Monitoring notices 80 % first', '80% 由监控先发现'),
    } as Parameters<typeof criterionFixture>[0]),
    result: { outcome: 'pass' },
    atRisk: false,
    measurement: measurementFixture({ metric, ...measured }),
    ...rest,
  };
}

/** A process; P3 is measured, P5 not connected, the others are to attest. */
function processNode(number: number): ScorecardNode {
  const id = `P${number}`;
  const base = {
    id,
    title: both(`Process ${number}`, `过程${number}`),
    description: both('What it is about.', '过程说明。'),
    applicable: true,
    partlyNext: false,
    waived: 0,
  };
  switch (number) {
    case 3:
      return {
        ...base,
        levels: { ...levels(2, 1), total: 2 },
        criteria: [
          mustHaveCard({
            id: 'P3.discovery-2',
            metric: 'monitoring-discovery-rate',
          }),
          attestationCard('P3.runbook-2'),
        ],
      };
    case 5:
      return {
        ...base,
        levels: { ...levels(undefined, 0), total: 1 },
        criteria: [
          mustHaveCard({
            id: 'P5.recovery-2',
            metric: 'recovery-compliance-rate',
            result: { outcome: 'undecided', reason: 'no-source' },
            measured: {
              status: 'no-source',
              value: undefined,
              n: 0,
              numerator: undefined,
              denominator: undefined,
              missing: ['incident'],
              evidence: [],
            },
          }),
        ],
      };
    default:
      return {
        ...base,
        levels: { ...levels(undefined, 0), total: 1 },
        criteria: [attestationCard(`${id}.drill-2`)],
      };
  }
}

/** Ten processes of which one has a level. */
export function stabilityScorecardFixture(
  part: Partial<Scorecard> = {},
): Scorecard {
  const { model, ...rest } = scorecardFixture();
  const children = Array.from({ length: 10 }, (_, index) =>
    processNode(index + 1),
  );
  const gap = children[0];
  return {
    ...rest,
    model: {
      ...model,
      id: 'csa-stability',
      version: '2025.1',
      scorecard: 'stability',
      title: both('Stability assurance', '稳定性保障'),
      maxLevel: 4,
      levels: model.levels.filter(({ level }) => level <= 4),
    },
    applied: APPLIED,
    root: {
      id: 'csa-stability',
      title: both('Stability', '稳定性'),
      applicable: true,
      levels: levels(2, 1),
      partlyNext: false,
      waived: 0,
      children: [
        {
          id: 'process',
          title: both('Process assurance', '过程保障'),
          applicable: true,
          levels: levels(2, 1),
          partlyNext: false,
          waived: 0,
          children,
        },
      ],
    },
    nextLevel: 3,
    gaps: gap.criteria!.map(card => ({
      subItemId: gap.id,
      subItemTitle: gap.title,
      card,
    })),
    ...part,
  };
}

/** The two pillars beside the processes. */
export function safeguardsFixture(): Scorecard {
  const scorecard = stabilityScorecardFixture();
  const pillar = (id: string, title: LocalizedText): ScorecardNode => ({
    id,
    title,
    applicable: true,
    levels: { award: 1, potential: 4, decided: 0, total: 1 },
    partlyNext: false,
    waived: 0,
    criteria: [attestationCard(`${id}.roles-2`)],
  });
  return {
    ...scorecard,
    model: { ...scorecard.model, id: 'csa-safeguards' },
    root: {
      ...scorecard.root,
      id: 'csa-safeguards',
      children: [
        pillar('O', both('Organisational safeguards', '组织保障')),
        pillar('I', both('Institutional safeguards', '制度保障')),
      ],
    },
    gaps: [],
  };
}
