import fc from 'fast-check';
import { foldFact } from '../../../facts/domain/foldFact';
import type { BuildOptions } from '../../__testUtils__/buildCdevent';
import { statementOf } from '../../__testUtils__/mapEvent';

const T = Date.UTC(2026, 10, 2, 2);

describe('runs', () => {
  const common = {
    pipeline: 'payments-main',
    branch: 'main',
    trunk: true,
    commit: '4f5c1b0d6f0f1c6c2f7f0c6ba1b1e8d0a9c3e7f2',
    commitAt: Date.parse('2026-11-02T01:50:12Z'),
    trigger: 'push',
    url: 'https://ci.example.com/payments-main/812',
  };

  it.each([
    ['pipelinerun.queued', 0, { queuedAt: T }],
    ['pipelinerun.started', 1, { startedAt: T }],
    ['pipelinerun.finished', 2, { finishedAt: T, outcome: 'success' }],
  ])('%s', (name, rank, fields) => {
    expect(statementOf({ name })).toEqual({
      kind: 'run',
      key: '/ci/jenkins payments-main-812',
      rank,
      occurredAt: T,
      fields: { ...common, ...fields },
    });
  });

  it.each([
    ['success', 'success'],
    ['failure', 'failure'],
    ['error', 'failure'],
    ['cancel', 'cancelled'],
    ['SUCCESS', 'success'],
    ['timed_out', 'failure'],
    ['neutral', 'skipped'],
    [undefined, undefined],
  ])('reads the outcome %p as %p', (outcome, expected) => {
    const content = { pipelineName: 'p', outcome };
    expect(
      statementOf({ name: 'pipelinerun.finished', content }).fields,
    ).toMatchObject(expected ? { outcome: expected } : { finishedAt: T });
  });

  it('keeps attempts, jobs and sources apart', () => {
    const key = (options: Partial<BuildOptions>) =>
      statementOf({ name: 'pipelinerun.started', ...options }).key;
    expect(key({ customData: { attempt: 1 } })).toBe(key({ customData: {} }));
    expect(key({ customData: { attempt: 2 } })).toBe(
      '/ci/jenkins payments-main-812#2',
    );
    expect(key({ source: '/ci/other' })).not.toBe(key({}));
  });

  it('folds to the same run in any order and however often', () => {
    const statements = [
      'pipelinerun.queued',
      'pipelinerun.started',
      'pipelinerun.finished',
    ].map((name, minute) => ({
      statement: statementOf({
        name,
        timestamp: `2026-11-02T02:0${minute}:00Z`,
      }) as ReturnType<typeof statementOf> & { kind: 'run' },
      eventKey: name,
      position: 0,
    }));
    const expected = foldFact('run', statements);
    expect(expected.fields).toMatchObject({
      queuedAt: T,
      startedAt: T + 60_000,
      finishedAt: T + 120_000,
      outcome: 'success',
    });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...statements), { maxLength: 6 }).chain(more =>
          fc.shuffledSubarray([...statements, ...more], {
            minLength: 3 + more.length,
          }),
        ),
        shuffled => {
          expect(foldFact('run', shuffled)).toEqual(expected);
        },
      ),
    );
  });
});
