import type {
  Fact,
  FactFields,
  FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import { factsAsOf } from './factsAsOf';

function fact<K extends FactKind>(kind: K, fields: FactFields[K]): Fact {
  return {
    kind,
    source: 'ci',
    key: 'k',
    firstSeq: 1,
    lastSeq: 2,
    generated: false,
    fields,
  } as Fact;
}

describe('factsAsOf', () => {
  it.each<[string, Fact, object | undefined]>([
    [
      'a run that went on',
      fact('run', {
        queuedAt: 1,
        startedAt: 5,
        finishedAt: 10,
        outcome: 'failure',
        pipeline: 'main',
      }),
      { queuedAt: 1, startedAt: 5, pipeline: 'main' },
    ],
    [
      'a deployment of which only the end is known',
      fact('deployment', { finishedAt: 10, outcome: 'success' }),
      undefined,
    ],
    [
      'a request that was open',
      fact('change', {
        createdAt: 1,
        mergedAt: 12,
        mergeSha: 'a',
        commits: 3,
        headSha: 'b',
      }),
      { createdAt: 1, headSha: 'b' },
    ],
    [
      'an incident that was restored and reviewed later',
      fact('incident', {
        startedAt: 1,
        detectedAt: 9,
        detectedBy: 'user',
        acknowledgedAt: 10,
        restoredAt: 11,
        reviewedAt: 12,
        repeatOf: 'x',
        severity: 'major',
      }),
      { startedAt: 1, detectedAt: 9, detectedBy: 'user', severity: 'major' },
    ],
    [
      'an incident that nobody had noticed',
      fact('incident', { startedAt: 1, detectedAt: 12, detectedBy: 'user' }),
      { startedAt: 1 },
    ],
    [
      'an alert that was resolved later',
      fact('alert', {
        startedAt: 9,
        acknowledgedAt: 9,
        resolvedAt: 10,
        severity: 'critical',
      }),
      { startedAt: 9, acknowledgedAt: 9, severity: 'critical' },
    ],
    [
      'a work item that was done and released later',
      fact('work-item', {
        acceptedAt: 2,
        doneAt: 11,
        releasedAt: 12,
        dueAt: 50,
      }),
      { acceptedAt: 2, dueAt: 50 },
    ],
    ['a measure of later', fact('measure', { measuredAt: 10 }), undefined],
    ['what is over', fact('run', { finishedAt: 9 }), { finishedAt: 9 }],
    ['what tells no time', fact('incident', { title: 't' }), { title: 't' }],
  ])('knows %s as it stood', (_, given, fields) => {
    expect(factsAsOf([given], 10).map(f => f.fields)).toEqual(
      fields ? [fields] : [],
    );
  });

  it('is the same in one step or in several', () => {
    const time = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.record({ startedAt: time, detectedAt: time, restoredAt: time }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        (fields, a, b) => {
          const facts = [fact('incident', fields)];
          expect(
            factsAsOf(factsAsOf(facts, Math.max(a, b)), Math.min(a, b)),
          ).toEqual(factsAsOf(facts, Math.min(a, b)));
        },
      ),
    );
  });
});
