import { StatementRank } from '@devops-scorecards/plugin-maturity-common';
import { mapped, RECEIVED_AT, statements } from '../__testUtils__/delivery';
import {
  commit,
  HOST,
  mergeRequest,
  NO_SHA,
  PARENT_SHA,
  project,
  push,
  SHA,
  user,
} from '../__testUtils__/payloads';
import { isBot } from './isBot';

const at = (text: string) => Date.parse(text);

function pushed(edits = {}) {
  const found = statements('change', push(edits));
  expect(found).toHaveLength(1);
  return found[0];
}

describe('push', () => {
  it('to a branch is a change that is merged at once', () => {
    expect(pushed()).toEqual({
      kind: 'change',
      key: `${HOST}/projects/30 refs/heads/main ${SHA}`,
      rank: StatementRank.Finished,
      occurredAt: RECEIVED_AT,
      fields: {
        form: 'push',
        title: 'Refund in the currency of the order',
        branch: 'main',
        targetBranch: 'main',
        trunk: true,
        author: 'hash of jsmith',
        createdAt: RECEIVED_AT,
        commits: 2,
        firstCommitAt: at('2026-11-18T02:00:00Z'),
        mergedAt: RECEIVED_AT,
        headSha: SHA,
        mergeSha: SHA,
        url: `${project.web_url}/-/commit/${SHA}`,
      },
    });
  });

  it('counts the commits that are not listed, and does not know the first', () => {
    const commits = Array.from({ length: 20 }, (_, index) =>
      commit('2026-11-20T06:00:00Z', `c${index}`),
    );
    const { fields } = pushed({ commits, total_commits_count: 57 });
    expect(fields.commits).toBe(57);
    expect(fields).not.toHaveProperty('firstCommitAt');
  });

  it('of a new branch without commits is one of none', () => {
    const { fields } = pushed({
      before: NO_SHA,
      ref: 'refs/heads/refunds',
      commits: [],
      total_commits_count: 0,
    });
    expect(fields).toMatchObject({ commits: 0, trunk: false });
    expect(fields).not.toHaveProperty('title');
  });

  it('does not know the trunk where no default branch is told', () => {
    const bare = { ...project, default_branch: null };
    expect(pushed({ project: bare }).fields).not.toHaveProperty('trunk');
  });

  it('does not take a name for people for a user name', () => {
    const { user_username: _, ...older } = push();
    const [{ fields }] = statements('change', older);
    expect(fields).not.toHaveProperty('author');
  });

  it('is read from system hooks, too', () => {
    const { object_kind: _, ...system } = push();
    expect(
      mapped(system, { headers: { 'x-gitlab-event': 'System Hook' } }),
    ).toMatchObject({
      type: 'com.gitlab.push',
      statements: [{ kind: 'change', fields: { trunk: true } }],
    });
  });
});

describe('merge requests', () => {
  const changes = (...payload: Parameters<typeof mergeRequest>) =>
    statements('change', mergeRequest(...payload));
  const KEY = `${HOST}/merge_requests/99`;
  const UPDATED = at('2026-11-20T06:58:00Z');

  it('are open', () => {
    expect(changes({ action: 'open' })).toEqual([
      {
        kind: 'change',
        key: KEY,
        rank: StatementRank.Started,
        occurredAt: UPDATED,
        fields: {
          form: 'request',
          title: 'Refund in the currency of the order',
          branch: 'refunds',
          targetBranch: 'main',
          trunk: true,
          author: 'hash of jsmith',
          createdAt: at('2026-11-19T01:00:00Z'),
          headSha: PARENT_SHA,
          url: `${project.web_url}/-/merge_requests/1`,
        },
      },
    ]);
  });

  it('are merged when they are merged, not when they are edited later', () => {
    const merged = { state: 'merged', merge_commit_sha: SHA };
    const [merge] = changes({ ...merged, action: 'merge' });
    expect(merge).toMatchObject({
      rank: StatementRank.Finished,
      fields: { mergedAt: UPDATED, closedAt: UPDATED, mergeSha: SHA },
    });
    const [edit] = changes({
      ...merged,
      action: 'update',
      updated_at: '2026-11-25 06:58:00 UTC',
    });
    expect(edit.fields).not.toHaveProperty('mergedAt');
    expect(edit.fields).not.toHaveProperty('closedAt');
  });

  it('were not merged where they were only closed', () => {
    const [closed] = changes({
      state: 'closed',
      action: 'close',
      merge_commit_sha: SHA,
    });
    expect(closed).toMatchObject({
      rank: StatementRank.Finished,
      fields: { closedAt: UPDATED },
    });
    expect(closed.fields).not.toHaveProperty('mergedAt');
    expect(closed.fields).not.toHaveProperty('mergeSha');
  });

  it('are not closed any more where they were reopened', () => {
    const [open, reopening] = changes({ action: 'reopen' });
    expect(open).toMatchObject({ rank: StatementRank.Started });
    expect(reopening).toEqual({
      kind: 'change',
      key: KEY,
      rank: StatementRank.Finished,
      occurredAt: UPDATED,
      fields: {},
      clears: ['closedAt'],
    });
  });

  it('do not take whoever merged for the author', () => {
    const other = {
      ...user,
      id: 5,
      username: 'project_30_bot_0123456789abcdef',
    };
    const [{ fields }] = changes(
      { action: 'merge', state: 'merged' },
      { user: other },
    );
    expect(fields).not.toHaveProperty('author');
    expect(fields).not.toHaveProperty('bot');
    const [own] = changes({ author_id: 5 }, { user: other });
    expect(own.fields.bot).toBe(true);
  });

  it('name work items', () => {
    expect(changes({ description: 'Closes #12, #13' })[0].fields).toMatchObject(
      { workItems: 2 },
    );
    expect(changes({ description: '' })[0].fields).toMatchObject({
      workItems: 0,
    });
    const [, ...others] = changes({ description: null });
    expect(others).toEqual([]);
  });

  it('name the keys of configured projects', () => {
    const payload = mergeRequest({ source_branch: 'pay-12', description: '' });
    const [{ fields }] = statements('change', payload, {
      workItemProjects: ['pay'],
    });
    expect(fields).toMatchObject({ workItems: 1 });
  });

  it('name no work item any more where an edit made it unclear', () => {
    const [{ fields, clears }] = changes({ description: 'A part of #12' });
    expect(fields).not.toHaveProperty('workItems');
    expect(clears).toEqual(['workItems']);
    // Nothing is known of a description that is not told.
    expect(changes()[0]).not.toHaveProperty('clears');
  });

  it.each(['mergeable', 'ci_must_pass', 'not_approved', 'not_open'])(
    'tell nothing of gates where their status is %s',
    status => {
      for (const edits of [
        {},
        { state: 'merged', action: 'merge', merge_commit_sha: SHA },
      ]) {
        const [{ fields }] = changes({
          ...edits,
          detailed_merge_status: status,
          blocking_discussions_resolved: true,
        });
        expect(fields).not.toHaveProperty('gates');
        expect(fields).not.toHaveProperty('approved');
      }
    },
  );

  it('of system hooks tell neither action nor who', () => {
    const system = mergeRequest();
    const { action: _, ...attributes } = system.object_attributes;
    const { event_type: __, ...rest } = system;
    expect(
      statements('change', {
        ...rest,
        object_attributes: attributes,
        labels: null,
        user: { name: 'Administrator', username: 'root' },
      }),
    ).toEqual([
      expect.objectContaining({
        rank: StatementRank.Started,
        fields: expect.not.objectContaining({ author: expect.anything() }),
      }),
    ]);
  });
});

describe('isBot', () => {
  it.each([
    'project_123_bot',
    'project_123_bot1',
    'project_123_bot_4ffca233d8298ea1',
    'group_9_bot_4ffca233d8298ea1',
    'service_account_group_345_6018816a18e515214e0c34c2b33523fc',
    'alert-bot',
    'support-bot1',
  ])('knows %s', name => {
    expect(isBot(name)).toBe(true);
  });

  it.each([
    'jsmith',
    'renovate-bot',
    'project_bot',
    'my_project_1_bot',
    '',
    undefined,
  ])('does not know %s', name => {
    expect(isBot(name)).toBeUndefined();
  });
});
