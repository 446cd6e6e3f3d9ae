import type { Level } from '../models';
import { evaluate } from './evaluate';
import { progressIndex } from './progressIndex';
import { standing } from './standing';
import { subItemLevels } from './subItemLevels';
import { verdictOf } from './verdictOf';
import type { Scenario } from './__testUtils__/scenario';
import { scenario } from './__testUtils__/scenario';

function rootOf(wanted: Scenario) {
  const { model, input } = scenario(wanted);
  return evaluate(model, input);
}

describe('standing', () => {
  it.each<[Level | undefined, Level | undefined, string]>([
    [3, 3, 'held'],
    [3, 4, 'held'],
    [3, 2, 'new'],
    [3, undefined, 'new'],
    [undefined, 3, 'new'],
    [undefined, undefined, 'new'],
  ])('measured %p, earlier %p: %s', (measured, earlier, expected) => {
    expect(standing({ measured, earlier })).toBe(expected);
  });
});

describe('subItemLevels', () => {
  it('reads the measured levels below level 5', () => {
    const root = rootOf({
      a: { 2: 'pass', 3: 'pass', 4: 'pass', 5: 'pass' },
      b: { 2: 'pass', 3: 'pass', 4: 'undecided', 5: 'pass' },
      c: { 2: 'undecided', 5: 'pass' },
      d: { 2: 'waived' },
      e: { 2: 'fail' },
    });
    expect(subItemLevels(root)).toEqual(
      new Map<string, Level | undefined>([
        ['a', 4],
        ['b', 3],
        ['c', undefined],
        ['d', undefined],
        ['e', 1],
      ]),
    );
  });
});

describe('progressIndex', () => {
  it.each<[string, Scenario, number]>([
    ['everything met', { a: { 2: 'pass', 3: 'pass' } }, 100],
    ['nothing decided', { a: { 2: 'undecided' } }, 0],
    ['nothing left', { a: { 2: 'waived' } }, 0],
    ['half a level', { a: { 2: 'pass', 3: ['pass', 'fail'] } }, 75],
    ['above a failing level', { a: { 2: 'fail', 3: 'pass' } }, 50],
    [
      'sub-items weigh the same, removed ones nothing',
      {
        a: { 2: 'pass' },
        b: { 2: ['fail', 'fail'], 3: ['undecided', 'fail'] },
        c: { 2: 'not-applicable' },
      },
      50,
    ],
    ['one decimal', { a: { 2: 'pass', 3: 'fail', 4: 'fail' } }, 33.3],
  ])('%s', (_, wanted, index) => {
    expect(progressIndex(rootOf(wanted))).toBe(index);
  });
});

describe('verdictOf', () => {
  it('reads standing, risk and progress off the tree', () => {
    const { model, input } = scenario({
      a: { 2: 'pass', 3: 'pass', 4: 'fail' },
    });
    const root = evaluate(model, input);
    const verdict = verdictOf({
      model,
      root,
      asOf: 5,
      knownAt: 7,
      measuredBefore: 3,
    });
    expect(verdict).toEqual({
      model: 'model',
      version: '1',
      asOf: 5,
      knownAt: 7,
      root,
      standing: 'held',
      atRisk: false,
      index: 66.7,
    });
  });

  it.each([
    ['at the measured level', 'a.3.0', true],
    ['above it', 'a.5.0', false],
  ])('is at risk only by a criterion %s', (_, id, atRisk) => {
    const { model, input } = scenario({
      a: { 2: 'pass', 3: 'pass', 4: 'fail', 5: 'pass' },
    });
    const close = { ...input.measurements[id]!, value: 0.5 };
    const root = evaluate(model, {
      ...input,
      measurements: { ...input.measurements, [id]: close },
    });
    const verdict = verdictOf({
      model,
      root,
      asOf: 5,
      knownAt: 7,
      measuredBefore: undefined,
    });
    expect(verdict.atRisk).toBe(atRisk);
    expect(verdict.standing).toBe('new');
  });
});
