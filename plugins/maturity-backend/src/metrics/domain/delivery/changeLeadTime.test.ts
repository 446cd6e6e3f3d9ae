import type { Fact } from '@devops-scorecards/plugin-maturity-common';
import {
  allConnected,
  AS_OF,
  change,
  connection,
  DAY,
  daysAgo,
  deployment,
  HOUR,
  input,
  times,
} from '../../__testUtils__/facts';
import { changeLeadTime } from './changeLeadTime';

function values(facts: Fact[]): Record<string, number | undefined> {
  return Object.fromEntries(
    changeLeadTime
      .measure(input({ facts, evidenceLimit: 100 }))
      .evidence.filter(({ role }) => role !== 'open')
      .map(({ key, value }) => [key, value! / HOUR]),
  );
}

const MERGED = daysAgo(10);

/** Merged one after the other, an hour apart; each begun two hours before. */
function changes(...keys: string[]): Fact[] {
  return keys.map((key, i) =>
    change(key, {
      firstCommitAt: MERGED + (i - 2) * HOUR,
      mergedAt: MERGED + i * HOUR,
      headSha: `head-${key}`,
    }),
  );
}

describe('changeLeadTime', () => {
  it('is the worked example of its page', () => {
    const hours = [4, 8, 12, 20, 56];
    const facts = [
      ...times(5, i =>
        change(`${i}`, {
          firstCommitAt: daysAgo(5 * i + 2) - hours[i] * HOUR,
          mergedAt: daysAgo(5 * i + 2) - HOUR,
        }),
      ),
      ...times(5, i =>
        deployment(`${i}`, {
          commit: `sha-${i}`,
          finishedAt: daysAgo(5 * i + 2),
        }),
      ),
      change('waiting', { firstCommitAt: AS_OF - HOUR, mergedAt: AS_OF - 1 }),
    ];
    expect(changeLeadTime.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 12 * HOUR,
      n: 5,
      open: 1,
      unknown: 0,
      distribution: { mean: 20 * HOUR, p50: 12 * HOUR, p90: 41.6 * HOUR },
    });
  });

  it('finds what a deployment contains by the order of the trunk', () => {
    const facts = [
      ...changes('a', 'b', 'c'),
      deployment('1', { commit: 'sha-b', finishedAt: MERGED + 5 * HOUR }),
      deployment('2', { commit: 'sha-c', finishedAt: MERGED + 9 * HOUR }),
    ];
    expect(values(facts)).toEqual({ a: 7, b: 6, c: 9 });
    expect(values([...facts].reverse())).toEqual({ a: 7, b: 6, c: 9 });
  });

  it.each([
    ['by its head', { commit: 'head-b', finishedAt: MERGED + 5 * HOUR }],
    [
      'by its begin where it names no commit',
      { startedAt: MERGED + HOUR + 1, finishedAt: MERGED + 5 * HOUR },
    ],
    [
      'by its begin where nobody knows its commit',
      {
        commit: 'x',
        startedAt: MERGED + 2 * HOUR,
        finishedAt: MERGED + 5 * HOUR,
      },
    ],
  ])('places a deployment %s', (_, fields) => {
    expect(
      values([...changes('a', 'b', 'c'), deployment('1', fields)]),
    ).toEqual({ a: 7, b: 6 });
  });

  it('falls back to the finish where the begin is unknown', () => {
    const facts = [
      ...changes('a', 'b'),
      deployment('1', { finishedAt: MERGED + HOUR }),
    ];
    expect(values(facts)).toEqual({ a: 3 });
  });

  it('takes the first deployment only, and only a success in production', () => {
    const commit = 'sha-a';
    const facts = [
      ...changes('a'),
      deployment('failed', {
        commit,
        finishedAt: MERGED + HOUR,
        outcome: 'failure',
      }),
      deployment('staging', {
        commit,
        finishedAt: MERGED + HOUR,
        tier: 'staging',
      }),
      deployment('rollback', {
        commit,
        finishedAt: MERGED + HOUR,
        purpose: 'rollback',
      }),
      deployment('first', { commit, finishedAt: MERGED + 2 * HOUR }),
      deployment('again', { commit, finishedAt: MERGED + 3 * HOUR }),
    ];
    expect(values(facts)).toEqual({ a: 4 });
  });

  it('counts a request and its push once', () => {
    const facts = [
      ...changes('a'),
      change('p', { form: 'push', mergedAt: MERGED + 5, mergeSha: 'sha-a' }),
      deployment('1', { commit: 'sha-a', finishedAt: MERGED + HOUR }),
    ];
    expect(values(facts)).toEqual({ a: 3 });
  });

  it.each([
    ['exactly', { firstCommitAt: MERGED - HOUR }, 2, 0],
    ['by the creation of the request', { createdAt: MERGED - 2 * HOUR }, 3, 1],
    ['by the merge itself', {}, 1, 1],
    ['never below nothing', { firstCommitAt: MERGED + 2 * HOUR }, undefined, 1],
    ['as nothing at all', { firstCommitAt: MERGED + HOUR }, 0, 0],
  ])('knows the start %s', (_, fields, hours, unknown) => {
    const facts = [
      change('a', { mergedAt: MERGED, ...fields }),
      deployment('1', { commit: 'sha-a', finishedAt: MERGED + HOUR }),
    ];
    expect(values(facts)).toEqual(hours === undefined ? {} : { a: hours });
    expect(changeLeadTime.measure(input({ facts })).unknown).toBe(unknown);
  });

  it('belongs to the window of the deployment', () => {
    const facts = [
      ...changes('a'),
      deployment('1', { commit: 'sha-a', finishedAt: daysAgo(5) }),
    ];
    const measure = (from: number, to: number) =>
      changeLeadTime.measure(
        input({ facts, window: { from: daysAgo(from), to: daysAgo(to) } }),
      );
    expect(measure(11, 5)).toMatchObject({ n: 0, open: 1 });
    expect(measure(5, 4)).toMatchObject({ n: 1, open: 0 });
    expect(measure(4, 3)).toMatchObject({ n: 0, open: 0 });
  });

  it('shows what waits, with its age since the first commit', () => {
    const facts = [
      change('a', { firstCommitAt: AS_OF - 3 * DAY, mergedAt: AS_OF - DAY }),
    ];
    const measurement = changeLeadTime.measure(input({ facts }));
    expect(measurement).toMatchObject({
      status: 'insufficient',
      n: 0,
      open: 1,
      evidence: [{ key: 'a', role: 'open', value: 3 * DAY }],
    });
    expect(measurement).not.toHaveProperty('value');
  });

  it('looks 90 days behind the window for changes', () => {
    const { from } = input().window;
    const measure = (mergedAt: number) =>
      changeLeadTime.measure(
        input({
          facts: [
            change('a', { firstCommitAt: mergedAt, mergedAt }),
            deployment('1', { commit: 'sha-a', finishedAt: from + HOUR }),
          ],
        }),
      ).n;
    expect(measure(from - 90 * DAY)).toBe(1);
    expect(measure(from - 90 * DAY - 1)).toBe(0);
  });

  it('does not take the first deployment that it hears of for the first of all', () => {
    const facts = [
      ...changes('a', 'b'),
      deployment('1', { finishedAt: MERGED + 2 * HOUR }),
    ];
    const connections = {
      ...allConnected(),
      deployment: connection({ since: MERGED + HOUR }),
    };
    expect(changeLeadTime.measure(input({ facts, connections }))).toMatchObject(
      { n: 1, open: 0, evidence: [{ key: 'b' }] },
    );
  });

  it('knows a branch that was deployed before it was merged', () => {
    const facts = [
      ...changes('a', 'b'),
      deployment('early', {
        commit: 'head-b',
        finishedAt: MERGED - HOUR,
      }),
      deployment('1', { commit: 'sha-a', finishedAt: MERGED + HOUR }),
    ];
    expect(values(facts)).toEqual({ a: 3, b: 0 });
  });
});
