import { fieldsOf, OLD_SHA, SHA } from './__testUtils__/applications';

describe('a rollback', () => {
  const OTHER = 'd'.repeat(40);

  function purposeOf(options: {
    target?: string;
    wanted?: string;
    history: string[];
    initiatedBy?: { automated: boolean } | { username: string };
    phase?: string;
  }) {
    const { target = OLD_SHA, wanted = SHA, history, phase } = options;
    const { initiatedBy = { username: 'ada' } } = options;
    return fieldsOf({
      operation: { initiatedBy },
      state: {
        phase: phase ?? 'Succeeded',
        syncResult: { revision: target },
      },
      status: {
        sync: { revision: wanted },
        history: history.map((revision, id) => ({ id, revision })),
      },
    }).purpose;
  }

  it.each([
    ['to the one before', [OLD_SHA, SHA, OLD_SHA], 'rollback'],
    ['to an earlier one', [OLD_SHA, OTHER, SHA, OLD_SHA], 'rollback'],
    ['that the history has not got yet', [OLD_SHA, SHA], 'rollback'],
    ['to what was never deployed', [OTHER, SHA, OLD_SHA], undefined],
    ['to what is deployed already', [OLD_SHA, OLD_SHA], undefined],
    ['without a history', [], undefined],
  ])('is a sync %s', (_, history, purpose) => {
    expect(purposeOf({ history })).toBe(purpose);
  });

  const history = [OLD_SHA, SHA, OLD_SHA];

  it('may fail', () => {
    expect(purposeOf({ history: [OLD_SHA, SHA], phase: 'Failed' })).toBe(
      'rollback',
    );
  });

  it('is not proven where Git went back, or Argo CD did it by itself', () => {
    expect(purposeOf({ history, wanted: OLD_SHA })).toBeUndefined();
    expect(purposeOf({ history, wanted: '' })).toBeUndefined();
    expect(
      purposeOf({ history, initiatedBy: { automated: true } }),
    ).toBeUndefined();
  });

  it('of several sources goes by all of their revisions', () => {
    const revisions = (...values: string[]) => ({ revisions: values });
    const fields = fieldsOf({
      operation: { initiatedBy: { username: 'ada' } },
      state: { syncResult: revisions('a', '1') },
      status: {
        sync: revisions('a', '2'),
        history: [revisions('a', '1'), revisions('a', '2')],
      },
    });
    expect(fields.purpose).toBe('rollback');
  });
});
