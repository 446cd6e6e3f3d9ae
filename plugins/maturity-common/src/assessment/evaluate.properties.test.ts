import type { Measurement } from '../metrics';
import type { Criterion, Model, ModelNode } from '../models';
import { conditionsOf, isSubItem } from '../models';
import { evaluate } from './evaluate';
import { gapsToLevel } from './gapsToLevel';
import { nextLevel } from './nextLevel';
import { progressIndex } from './progressIndex';
import { subItemVerdicts } from './subItemVerdicts';
import type { AssessmentInput } from './types';
import {
  check,
  criteriaOf,
  mapSubItems,
  nodes,
  pairs,
  pickOne,
} from './__testUtils__/properties';

function withMeasurement(
  input: AssessmentInput,
  id: string,
  change: Partial<Measurement>,
): AssessmentInput {
  return {
    ...input,
    measurements: {
      ...input.measurements,
      [id]: { ...input.measurements[id]!, ...change },
    },
  };
}

describe('properties of evaluate', () => {
  it('award ≤ potential, award ≤ measured; nothing decided, nothing proven', () =>
    check(({ model, input }) => {
      for (const { levels } of nodes(evaluate(model, input))) {
        expect(levels.award).toBeLessThanOrEqual(levels.potential);
        expect(levels.award).toBeLessThanOrEqual(levels.measured ?? 5);
        expect(levels.decided).toBeLessThanOrEqual(levels.total);
        expect(levels.measured !== undefined && levels.decided === 0).toBe(
          false,
        );
      }
      for (const { levels } of subItemVerdicts(evaluate(model, input))) {
        expect(levels.award > 1 && levels.decided === 0).toBe(false);
      }
    }));

  it('measured ≤ potential on a sub-item', () =>
    check(({ model, input }) => {
      for (const { levels } of subItemVerdicts(evaluate(model, input))) {
        expect(levels.measured ?? 1).toBeLessThanOrEqual(levels.potential);
      }
    }));

  it('deciding an undecided criterion never lowers award nor raises potential', () =>
    check(({ model, input }, pick) => {
      const before = evaluate(model, input);
      const chosen = pickOne(
        criteriaOf(before).filter(
          ({ criterion, result }) =>
            result.outcome === 'undecided' && criterion.kind !== 'sustained',
        ),
        pick,
      );
      if (!chosen) {
        return;
      }
      const { criterion } = chosen;
      const unknown = pickOne(
        conditionsOf(criterion).filter(
          ({ metric }) => input.measurements[metric]?.status !== 'ok',
        ),
        pick,
      );
      const decided =
        criterion.kind === 'metric'
          ? withMeasurement(input, unknown!.metric, {
              status: 'ok',
              value: pick % 3 === 0 ? 0 : 1,
              n: 10,
            })
          : {
              ...input,
              decisions: {
                ...input.decisions,
                [criterion.id]: 'attested' as const,
              },
            };
      for (const [was, is] of pairs(before, evaluate(model, decided))) {
        expect(is.levels.award).toBeGreaterThanOrEqual(was.levels.award);
        expect(is.levels.potential).toBeLessThanOrEqual(was.levels.potential);
      }
    }));

  it('learning an earlier level never lowers award nor raises potential', () =>
    check(({ model, input }, pick) => {
      const before = evaluate(model, input);
      const level = ([1, 3, 4, 5] as const)[pick % 4];
      const after = evaluate(model, {
        ...input,
        earlier: (id, daysAgo) => input.earlier(id, daysAgo) ?? level,
      });
      for (const [was, is] of pairs(before, after)) {
        expect(is.levels.award).toBeGreaterThanOrEqual(was.levels.award);
        expect(is.levels.potential).toBeLessThanOrEqual(was.levels.potential);
      }
    }));

  it('improving a value never lowers anything', () =>
    check(({ model, input }, pick) => {
      const before = evaluate(model, input);
      // A value behind a waiver is left out: when it starts to pass, the
      // waiver sleeps and a sub-item may come back that had left.
      const chosen = pickOne(
        criteriaOf(before).flatMap(verdict => {
          const decision = input.decisions[verdict.criterion.id];
          return decision === undefined || decision === 'attested'
            ? conditionsOf(verdict.criterion)
                .filter(
                  ({ metric }) => input.measurements[metric]?.status === 'ok',
                )
                .map(condition => ({ verdict, condition }))
            : [];
        }),
        pick,
      );
      if (!chosen) {
        return;
      }
      const { metric, operator } = chosen.condition;
      const { value } = input.measurements[metric]!;
      const step = (pick % 7) / 7;
      // What contradicts an attestation holds on bad values.
      const better =
        operator === '<='
          ? Math.max(value! - step, 0)
          : Math.min(value! + step, 1);
      const after = evaluate(
        model,
        withMeasurement(input, metric, { value: better }),
      );
      const { id } = chosen.verdict.criterion;
      const isNew =
        chosen.verdict.result.outcome === 'undecided' &&
        criteriaOf(after).some(
          ({ criterion, result }) =>
            criterion.id === id && result.outcome === 'pass',
        );
      const all = pairs(before, after);
      for (const [was, is] of all) {
        expect(is.levels.award).toBeGreaterThanOrEqual(was.levels.award);
      }
      // Where two proofs are possible, a better value can decide what was
      // undecided. What becomes decided joins the minimum of its parents, and
      // lets level 5 look back.
      for (const [was, is] of isNew ? [] : all) {
        expect(is.levels.potential).toBeGreaterThanOrEqual(
          was.levels.potential,
        );
        // It can also take back a failure, and with it the level 1 of a
        // sub-item of which nothing else is known.
        expect(is.levels.measured ?? 1).toBeGreaterThanOrEqual(
          was.levels.measured ?? 1,
        );
      }
      expect(progressIndex(after)).toBeGreaterThanOrEqual(
        progressIndex(before),
      );
    }));

  it('permuting the model changes nothing', () =>
    check(({ model, input }) => {
      const before = evaluate(model, input);
      const turned = turn(model);
      const after = evaluate(turned, input);
      for (const [was, is] of pairs(before, after)) {
        expect(is.levels).toEqual(was.levels);
        expect(is.applicable).toBe(was.applicable);
        expect(is.partlyNext).toBe(was.partlyNext);
        expect(is.waived).toBe(was.waived);
      }
      expect(progressIndex(after)).toBe(progressIndex(before));
      expect(
        gapsToLevel(turned, after, 4).map(gap => gap.verdict.criterion.id),
      ).toEqual(
        gapsToLevel(model, before, 4).map(gap => gap.verdict.criterion.id),
      );
    }));

  it('permuting the input changes nothing, nor does evaluating again', () =>
    check(({ model, input }) => {
      const before = evaluate(model, input);
      const turned = {
        ...input,
        measurements: Object.fromEntries(
          Object.entries(input.measurements).reverse(),
        ),
        decisions: Object.fromEntries(
          Object.entries(input.decisions).reverse(),
        ),
      };
      expect(evaluate(model, turned)).toEqual(before);
      expect(evaluate(model, input)).toEqual(before);
    }));

  it('duplicating a criterion changes no level', () =>
    check(({ model, input }) => {
      const before = evaluate(model, input);
      const after = evaluate(doubled(model), {
        ...input,
        decisions: {
          ...input.decisions,
          ...Object.fromEntries(
            Object.entries(input.decisions).map(([id, is]) => [`${id}'`, is]),
          ),
        },
      });
      for (const [was, is] of pairs(before, after)) {
        expect(is.levels).toMatchObject({
          award: was.levels.award,
          potential: was.levels.potential,
          measured: was.levels.measured,
        });
      }
      expect(progressIndex(after)).toBe(progressIndex(before));
    }));

  it('more n at equal value, n at least the minimum, changes nothing', () =>
    check(({ model, input }, pick) => {
      const before = evaluate(model, input);
      const more = Object.fromEntries(
        Object.entries(input.measurements).map(([id, given]) => [
          id,
          given!.status === 'ok'
            ? { ...given!, n: given!.n + (pick % 1000) }
            : given,
        ]),
      );
      expect(evaluate(model, { ...input, measurements: more })).toEqual(before);
    }));

  it('a waiver never lowers award or measured', () =>
    check(({ model, input }, pick) => {
      const before = evaluate(model, input);
      const chosen = pickOne(
        criteriaOf(before).filter(
          ({ criterion }) => input.decisions[criterion.id] === undefined,
        ),
        pick,
      );
      if (!chosen) {
        return;
      }
      const after = evaluate(model, {
        ...input,
        decisions: { ...input.decisions, [chosen.criterion.id]: 'waived' },
      });
      for (const [was, is] of pairs(before, after)) {
        expect(is.levels.award).toBeGreaterThanOrEqual(was.levels.award);
        // Without anything decided there is no measured level; that can only
        // follow on level 1, because a passing criterion cannot be waived.
        expect(is.levels.measured ?? 1).toBeGreaterThanOrEqual(
          was.levels.measured ?? 1,
        );
      }
      expect(progressIndex(after)).toBeGreaterThanOrEqual(
        Number(after.applicable) * progressIndex(before),
      );
    }));

  it('an emptied level is never the result and never blocks', () =>
    check(({ model, input }) => {
      for (const { levels, criteria } of subItemVerdicts(
        evaluate(model, input),
      )) {
        const left = new Set<number>(
          criteria
            .filter(
              ({ result }) =>
                result.outcome !== 'waived' &&
                result.outcome !== 'not-applicable',
            )
            .map(({ criterion }) => criterion.level),
        ).add(1);
        expect(left).toContain(levels.award);
        expect(left).toContain(levels.potential);
        expect(left).toContain(levels.measured ?? 1);
      }
    }));

  it('meeting every gap reaches the level wherever something is left to meet', () =>
    check(({ model, input }) => {
      const before = evaluate(model, input);
      const level = nextLevel(before, model);
      if (!level) {
        return;
      }
      const measurements = { ...input.measurements };
      const decisions = { ...input.decisions };
      for (const { verdict } of gapsToLevel(model, before, level)) {
        const { criterion } = verdict;
        if (criterion.kind !== 'metric') {
          decisions[criterion.id] = 'attested';
        }
        for (const { metric, operator } of conditionsOf(criterion)) {
          measurements[metric] = {
            ...measurements[metric]!,
            status: 'ok',
            value: operator === '<=' ? 0 : 1,
          };
        }
      }
      const after = evaluate(model, {
        measurements,
        decisions,
        earlier: () => 5,
      });
      for (const { levels, criteria } of subItemVerdicts(after)) {
        const left = criteria
          .filter(
            ({ criterion, result }) =>
              criterion.level >= level &&
              result.outcome !== 'waived' &&
              result.outcome !== 'not-applicable',
          )
          .map(({ criterion }) => criterion.level);
        // Level 5 looks back at level 4, which a sub-item of such a random
        // model need not have.
        const reachable = left.length > 0 && Math.min(...left) < 5 ? level : 1;
        expect(levels.award).toBeGreaterThanOrEqual(reachable);
      }
    }));

  it('keeps the progress index between 0 and 100', () =>
    check(({ model, input }) => {
      const index = progressIndex(evaluate(model, input));
      expect(index).toBeGreaterThanOrEqual(0);
      expect(index).toBeLessThanOrEqual(100);
    }));
});

function turn(model: Model): Model {
  const turnGroups = (children: readonly ModelNode[]): ModelNode[] =>
    [...children]
      .reverse()
      .map(node =>
        isSubItem(node)
          ? node
          : { ...node, children: turnGroups(node.children) },
      );
  const children = mapSubItems(model.children, item => ({
    ...item,
    criteria: [...item.criteria].reverse(),
  }));
  return { ...model, children: turnGroups(children) };
}

function doubled(model: Model): Model {
  const twin = (criterion: Criterion): Criterion[] => [
    criterion,
    { ...criterion, id: `${criterion.id}'` },
  ];
  const children = mapSubItems(model.children, item => ({
    ...item,
    criteria: item.criteria.flatMap(twin),
  }));
  return { ...model, children };
}
