import { evaluate } from './evaluate';
import type { CriterionOutcome, NodeVerdict } from './types';
import {
  check,
  criteriaOf,
  mapSubItems,
  pairs,
} from './__testUtils__/properties';

function isOpen({ outcome }: CriterionOutcome): boolean {
  return outcome === 'undecided' || outcome === 'not-applicable';
}

function isDecided({ outcome }: CriterionOutcome): boolean {
  return outcome === 'pass' || outcome === 'fail';
}

/** Outcomes of the must-have criteria of a sub-item. */
function mustHavesOf({ criteria = [] }: NodeVerdict): CriterionOutcome[] {
  return criteria
    .filter(({ criterion }) => criterion.mustHave)
    .map(({ result }) => result);
}

describe('properties of must-have criteria', () => {
  it('hide a level while all are open, and change nothing else', () =>
    check(({ model, input }) => {
      const plain = mapSubItems(model.children, item => ({
        ...item,
        criteria: item.criteria.map(criterion => ({
          ...criterion,
          mustHave: undefined,
        })),
      }));
      const all = pairs(
        evaluate(model, input),
        evaluate({ ...model, children: plain }, input),
      );
      for (const [is, was] of all) {
        expect(is.levels).toMatchObject({
          award: was.levels.award,
          potential: was.levels.potential,
          total: was.levels.total,
        });
      }
      const subItems = all.filter(([is]) => is.criteria);
      for (const [is, was] of subItems) {
        expect(is.levels.decided).toBe(was.levels.decided);
        expect([undefined, was.levels.measured]).toContain(is.levels.measured);
      }
      const hidden = subItems.filter(([is]) => {
        const mustHaves = mustHavesOf(is);
        return mustHaves.length > 0 && mustHaves.every(isOpen);
      });
      for (const [is] of hidden) {
        expect(is.levels.measured).toBeUndefined();
      }
      const shown = subItems.filter(([is]) => {
        const mustHaves = mustHavesOf(is);
        return mustHaves.length === 0 || mustHaves.some(isDecided);
      });
      for (const [is, was] of shown) {
        expect(is.levels.measured).toBe(was.levels.measured);
      }
    }));

  it('leave a sub-item without a level out of the count of its parents', () =>
    check(({ model, input }) => {
      const [...groups] = evaluate(model, input).children!;
      for (const { levels, children = [] } of groups) {
        const measured = children
          .filter(({ applicable }) => applicable)
          .flatMap(child => child.levels.measured ?? []);
        expect(levels.decided).toBe(measured.length);
        expect(levels.measured).toBe(
          measured.length > 0 ? Math.min(...measured) : undefined,
        );
      }
    }));
});

describe('properties of other evidence', () => {
  it('another proof never lowers award nor potential', () =>
    check(({ model, input }) => {
      // Level 5 looks back as soon as something is decided.
      const both = mapSubItems(model.children, item => ({
        ...item,
        criteria: item.criteria.filter(({ kind }) => kind !== 'sustained'),
      }));
      const single = mapSubItems(both, item => ({
        ...item,
        criteria: item.criteria.map(criterion =>
          criterion.kind === 'metric'
            ? { ...criterion, alternative: undefined }
            : criterion,
        ),
      }));
      // A waiver sleeps on what another proof meets.
      const compared = pairs(
        evaluate({ ...model, children: single }, input),
        evaluate({ ...model, children: both }, input),
      ).filter(([was, is]) => was.waived === 0 && is.waived === 0);
      for (const [was, is] of compared) {
        expect(is.levels.award).toBeGreaterThanOrEqual(was.levels.award);
        expect(is.levels.potential).toBeGreaterThanOrEqual(
          was.levels.potential,
        );
      }
    }));

  it('flags what was attested and is contradicted, and nothing else', () =>
    check(({ model, input }) => {
      for (const { criterion, result, contradicted } of criteriaOf(
        evaluate(model, input),
      )) {
        const isRefuted =
          criterion.kind === 'attestation' && result.outcome === 'fail';
        expect(contradicted ?? false).toBe(isRefuted);
        expect(isRefuted && input.decisions[criterion.id] !== 'attested').toBe(
          false,
        );
      }
    }));
});
