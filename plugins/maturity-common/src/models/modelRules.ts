import type { MetricDefinition } from '../metrics';
import { parseCatalogPath } from './catalogPath';
import { checkCondition } from './checkCondition';
import type { ModelProblem } from './ModelProblem';
import { formatModelPath } from './ModelProblem';
import { readQuantity } from './readQuantity';
import type {
  PlacedCriterion,
  PlacedSubItem,
  WrittenParts,
} from './writtenParts';

type Metrics = ReadonlyMap<string, MetricDefinition>;
type MetricPlace = PlacedCriterion & {
  criterion: { kind: 'metric' };
};

/** The level that looks back instead of measuring once. */
const TOP_LEVEL = 5;
/** What level 5 asks of the levels before: see docs/models/format.md. */
const SUSTAINED_LEVEL = 4;
const SUSTAINED_DAYS = [0, 90, 180, 270];

/** Checks what the form of a pack does not say. */
export function checkModelRules(
  parts: WrittenParts,
  metrics: Metrics,
): ModelProblem[] {
  const maxLevel = Math.max(1, ...parts.levels);
  return [
    ...checkIds(parts),
    ...checkLevelList(parts.levels),
    ...parts.subItems.flatMap(subItem => [
      ...subItem.criteria.flatMap(place => [
        ...checkLevel(place, parts.levels, maxLevel),
        ...checkCriterion(place, metrics),
      ]),
      ...(subItem.complete ? checkCoverage(subItem, maxLevel) : []),
      ...checkOrder(subItem, metrics),
    ]),
  ];
}

function checkIds({ ids }: WrittenParts): ModelProblem[] {
  const first = new Map<string, string>();
  const problems: ModelProblem[] = [];
  for (const { id, path } of ids) {
    const place = first.get(id);
    if (place === undefined) {
      first.set(id, formatModelPath(path));
    } else {
      problems.push({
        path,
        message: `repeats the id "${id}" of ${place}`,
        fix: 'give every node and criterion of the model an id of its own',
      });
    }
  }
  return problems;
}

function checkLevelList(levels: readonly number[]): ModelProblem[] {
  const wanted = levels.map((_, index) => index + 1);
  const inOrder = levels.every((level, index) => level === wanted[index]);
  return levels.length < 2 || !inOrder
    ? [
        {
          path: ['levels'],
          message: 'does not count up from 1',
          fix: 'list level 1, level 2 and so on without a gap, up to at most 5',
        },
      ]
    : [];
}

function checkLevel(
  { criterion, path }: PlacedCriterion,
  levels: readonly number[],
  maxLevel: number,
): ModelProblem[] {
  return levels.length > 0 && criterion.level > maxLevel
    ? [
        {
          path: [...path, 'level'],
          message: `is ${criterion.level}, but the model ends at level ${maxLevel}`,
          fix: `use a level up to ${maxLevel}, or add the level under levels`,
        },
      ]
    : [];
}

function checkCriterion(
  place: PlacedCriterion,
  metrics: Metrics,
): ModelProblem[] {
  const { criterion, path } = place;
  switch (criterion.kind) {
    case 'metric':
      return [
        ...checkCondition({ condition: criterion, path }, metrics),
        ...(criterion.alternative ?? []).flatMap((condition, index) =>
          checkCondition(
            { condition, path: [...path, 'alternative', index] },
            metrics,
          ),
        ),
        ...checkMustHave(place),
      ];
    case 'attestation':
      return criterion.contradictedBy
        ? checkCondition(
            {
              condition: criterion.contradictedBy,
              path: [...path, 'contradictedBy'],
              adverse: true,
            },
            metrics,
          )
        : [];
    case 'catalog':
      return parseCatalogPath(criterion.path)
        ? []
        : [
            {
              path: [...path, 'path'],
              message: `is not a path: ${criterion.path}`,
              fix: 'write it such as spec.owner or metadata.annotations["example.org/a"]',
            },
          ];
    case 'sustained':
      return criterion.level === TOP_LEVEL
        ? []
        : [
            {
              path: [...path, 'level'],
              message: 'has a sustained criterion below level 5',
              fix: 'move it to level 5, the only one that looks back',
            },
          ];
    default:
      return [];
  }
}

/**
 * A must-have criterion that better values can turn from failed to undecided
 * would hide a level because something improved.
 */
function checkMustHave({ criterion, path }: PlacedCriterion): ModelProblem[] {
  return criterion.kind === 'metric' &&
    criterion.mustHave &&
    criterion.alternative
    ? [
        {
          path: [...path, 'alternative'],
          message: 'offers another proof of a must-have criterion',
          fix: 'remove it, or mustHave',
        },
      ]
    : [];
}

/** Every level from 2 to 4 needs a criterion, and one that cannot vanish. */
function checkCoverage(
  { criteria, path }: PlacedSubItem,
  maxLevel: number,
): ModelProblem[] {
  const problems: ModelProblem[] = [];
  for (let level = 2; level < Math.min(maxLevel + 1, TOP_LEVEL); level += 1) {
    const own = criteria.filter(({ criterion }) => criterion.level === level);
    if (own.length === 0) {
      problems.push({
        path: [...path, 'criteria'],
        message: `has no criterion of level ${level}`,
        fix: `add one, so that level ${level} says something of its own`,
      });
    } else if (own.every(isRemovable)) {
      problems.push({
        path: [...path, 'criteria'],
        message: `loses every criterion of level ${level} when nothing happens`,
        fix: `set onNone of one of them to undecided, or add another criterion of level ${level}`,
      });
    }
  }
  if (maxLevel === TOP_LEVEL) {
    problems.push(...checkTopLevel(criteria, path));
  }
  return problems;
}

function isRemovable({ criterion }: PlacedCriterion): boolean {
  return criterion.kind === 'metric' && criterion.onNone === 'not-applicable';
}

function checkTopLevel(
  criteria: readonly PlacedCriterion[],
  path: PlacedSubItem['path'],
): ModelProblem[] {
  const own = criteria
    .map(({ criterion }) => criterion)
    .filter(({ level }) => level === TOP_LEVEL);
  const problems: ModelProblem[] = [];
  const isSustained = own.some(
    criterion =>
      criterion.kind === 'sustained' &&
      criterion.atLeast >= SUSTAINED_LEVEL &&
      SUSTAINED_DAYS.every(days => criterion.daysAgo.includes(days)),
  );
  if (!isSustained) {
    problems.push({
      path: [...path, 'criteria'],
      message: 'reaches level 5 without having kept level 4',
      fix: `add a criterion of level 5 with kind sustained, atLeast ${SUSTAINED_LEVEL} and daysAgo [${SUSTAINED_DAYS.join(
        ', ',
      )}]`,
    });
  }
  if (!own.some(({ kind }) => kind === 'attestation')) {
    problems.push({
      path: [...path, 'criteria'],
      message: 'reaches level 5 without an attestation',
      fix: 'add a criterion of level 5 with kind attestation',
    });
  }
  return problems;
}

/** A higher level must not ask for less of the same number. */
function checkOrder(
  { criteria }: PlacedSubItem,
  metrics: Metrics,
): ModelProblem[] {
  const ladders = new Map<string, { place: MetricPlace; limit: number }[]>();
  for (const place of criteria) {
    const { criterion } = place;
    const metric =
      criterion.kind === 'metric' ? metrics.get(criterion.metric) : undefined;
    if (criterion.kind === 'metric' && metric) {
      const limit = readQuantity(criterion.threshold, metric.unit);
      if ('value' in limit) {
        const key = `${criterion.metric} ${criterion.statistic}`;
        const ladder = ladders.get(key) ?? [];
        ladder.push({ place: place as MetricPlace, limit: limit.value });
        ladders.set(key, ladder);
      }
    }
  }
  return [...ladders.values()].flatMap(ladder => {
    ladder.sort((a, b) => a.place.criterion.level - b.place.criterion.level);
    return ladder.flatMap(({ place, limit }, index) => {
      const lower = ladder[index - 1];
      const { metric, operator, level, statistic } = place.criterion;
      if (!lower || lower.place.criterion.level === level) {
        return [];
      }
      const laxer = operator.startsWith('>')
        ? limit < lower.limit
        : limit > lower.limit;
      return laxer
        ? [
            {
              path: [...place.path, 'threshold'],
              message: `asks for less of ${metric} (${statistic}) at level ${level} than ${formatModelPath(
                lower.place.path,
              )} at level ${lower.place.criterion.level}`,
              fix: 'make every level at least as strict as the one below it',
            },
          ]
        : [];
    });
  });
}
