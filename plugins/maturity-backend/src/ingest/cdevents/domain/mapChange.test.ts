import { mappingContext } from '../../__testUtils__/mappingContext';
import { refusalOf, statementOf } from '../../__testUtils__/mapEvent';

const T = Date.UTC(2026, 10, 2, 2);

describe('changes', () => {
  const common = { form: 'request', targetBranch: 'main', trunk: true };

  it.each([
    [
      'change.created',
      1,
      {
        title: 'Pay a refund once',
        createdAt: T,
        headSha: '9b1deb4d3b7d4bad9bdd2b0d7b3dcb6d2f8a1c11',
        firstCommitAt: Date.parse('2026-11-01T03:10:00Z'),
      },
    ],
    [
      'change.updated',
      1,
      { headSha: '1c6fd4e9a3f84b2d9d3cb0f5f7a9e2b4c8d60a55' },
    ],
    ['change.reviewed', 1, {}],
    [
      'change.merged',
      2,
      {
        mergedAt: T,
        closedAt: T,
        mergeSha: '4f5c1b0d6f0f1c6c2f7f0c6ba1b1e8d0a9c3e7f2',
        commits: 3,
        author: mappingContext.pseudonym('jin'),
        bot: false,
      },
    ],
    ['change.abandoned', 2, { closedAt: T }],
  ])('%s', (name, rank, fields) => {
    expect(statementOf({ name })).toEqual({
      kind: 'change',
      key: '/git/shop/payments 512',
      rank,
      occurredAt: T,
      fields: { ...common, ...fields },
    });
  });

  it.each([
    ['change.reviewed', { approved: true }],
    ['change.reviewed', { approved: false }],
    ['change.merged', { workItems: 2, gates: 'passed' }],
    ['change.merged', { workItems: 0, gates: 'bypassed' }],
  ])('%s may say %j', (name, customData) => {
    expect(statementOf({ name, customData }).fields).toMatchObject(customData);
  });

  it.each([
    [{ approved: 'yes' }, 'data.customData.approved'],
    [{ workItems: -1 }, 'data.customData.workItems'],
    [{ gates: 'green' }, 'data.customData.gates'],
  ])('refuses %j', (customData, message) => {
    expect(refusalOf({ name: 'change.merged', customData })).toMatchObject({
      code: 400,
      message: expect.stringContaining(message),
    });
  });
});
