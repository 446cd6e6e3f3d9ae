import {
  context,
  delivery,
  gitlabSource,
  mapped,
  RECEIVED_AT,
} from './__testUtils__/delivery';
import { incident, issue, label } from './__testUtils__/issues';
import {
  deployment,
  HOST,
  pipeline,
  project,
  push,
  SHA,
} from './__testUtils__/payloads';

describe('identity', () => {
  const id = (payload: object) => mapped(payload).eventId;

  it('is what the event says, whoever delivers it', () => {
    const first = mapped(push(), {
      headers: { 'x-gitlab-event': 'Push Hook', 'idempotency-key': 'one' },
    });
    const second = mapped(JSON.stringify(push(), undefined, 2), {
      headers: { 'x-gitlab-event': 'Push Hook', 'idempotency-key': 'two' },
      receivedAt: RECEIVED_AT + 1000,
    });
    expect(second.eventId).toBe(first.eventId);
    expect(second.contents).toBe(first.contents);
    expect(first.envelope).toEqual({
      kind: 'push',
      action: undefined,
      project: 'Acme/shop',
      event: 'Push Hook',
      delivery: undefined,
      message: 'one',
    });
  });

  it('is the same for what GitLab sends again without mail addresses', () => {
    const again = JSON.parse(
      JSON.stringify(push()).replace(/"john@example\.com"/g, '"[REDACTED]"'),
    );
    expect(again).not.toEqual(push());
    expect(id(again)).toBe(id(push()));
    expect(mapped(again).contents).toBe(mapped(push()).contents);
  });

  it('is another for another state', () => {
    const ids = [
      id(pipeline({ status: 'running', finished_at: null })),
      id(pipeline()),
      id(deployment({ status: 'running' })),
      id(deployment()),
      id(incident()),
      id(incident({ escalation_status: 'acknowledged' })),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('entities', () => {
  const names = (payload: object) =>
    mapped(payload).aliases.map(({ scheme, value }) => `${scheme} ${value}`);

  it('are found by the address of the project', () => {
    expect(mapped(push())).toMatchObject({
      eventSource: `https://${HOST}/Acme/shop`,
      subject: 'Acme/shop/refs/heads/main',
    });
    expect(names(push())).toEqual([`repository ${HOST}/acme/shop`]);
  });

  it('are found by the address for git where there is no other', () => {
    const bare = { git_http_url: project.git_http_url };
    expect(names(push({ project: bare }))).toEqual([
      `repository ${HOST}/acme/shop`,
    ]);
    expect(mapped(push({ project: bare })).eventSource).toBe(
      `https://${HOST}/Acme/shop`,
    );
  });

  it('are found on an instance below a path, and by another host for git', () => {
    const below = {
      ...project,
      web_url: 'https://example.com/gitlab/Acme/shop',
      git_http_url: 'https://git.example.com/gitlab/Acme/shop.git',
    };
    expect(names(push({ project: below }))).toEqual([
      'repository example.com/gitlab/acme/shop',
      'repository git.example.com/gitlab/acme/shop',
      'repository example.com/acme/shop',
    ]);
  });

  it.each([
    ['entityref::component:default/payments', 'component:default/payments'],
    ['EntityRef::Component:Payments', 'component:default/payments'],
    ['entityref::payments', undefined],
    ['entityref::component:a/b/c', undefined],
    ['service::payments', undefined],
  ])('are named by the label %s', (title, ref) => {
    const event = mapped(incident({ labels: [label('Urgent'), label(title)] }));
    expect(event.entityRef).toBe(ref);
    expect(event.aliases).toHaveLength(1);
    expect(event.statements).toHaveLength(2);
  });

  it('do not need to be named', () => {
    const event = mapped({
      event_name: 'user_add_to_group',
      group_path: 'acme',
      user_username: 'jsmith',
    });
    expect(event).toMatchObject({
      eventSource: 'gitlab',
      type: 'com.gitlab.user_add_to_group',
      aliases: [],
      statements: [],
      occurredAt: RECEIVED_AT,
    });
  });
});

describe('what says nothing', () => {
  it.each([
    [
      'a pushed tag',
      push({
        object_kind: 'tag_push',
        event_name: 'tag_push',
        ref: 'refs/tags/v1',
      }),
    ],
    ['a tag in a push', push({ ref: 'refs/tags/v1' })],
    [
      'a deleted branch',
      push({
        after: '0'.repeat(40),
        checkout_sha: null,
        commits: [],
        total_commits_count: 0,
      }),
    ],
    [
      'an epic of a group',
      issue(
        { type: 'Epic', project_id: null },
        { object_kind: 'work_item', project: undefined },
      ),
    ],
    [
      'a comment',
      {
        object_kind: 'note',
        project,
        object_attributes: { id: 1, action: 'create' },
      },
    ],
    ['a milestone', { object_kind: 'milestone', project, action: 'close' }],
    [
      'what is not known yet',
      { object_kind: 'coffee', status: 7, project: 'Acme/shop' },
    ],
    [
      'a change of the repository',
      { event_name: 'repository_update', project, changes: [] },
    ],
  ])('is stored without a fact: %s', (_, payload) => {
    expect(mapped(payload).statements).toEqual([]);
  });
});

describe('what is not GitLab', () => {
  const map = (body: string | object, headers = {}) =>
    gitlabSource().map(delivery(body, headers), context);

  it.each([
    ['{', 'not JSON'],
    ['[]', 'object_kind'],
    [{ event: 'push' }, 'without a custom webhook template'],
    [{ object_kind: 'push' }, "no 'push' event of GitLab: ref"],
    [push({ project: {} }), 'project.web_url'],
    [
      pipeline({ created_at: 'soon' }),
      'object_attributes.created_at: the time is "soon"',
    ],
    [pipeline({ finished_at: '0001-01-01 00:00:00 UTC' }), 'before 1970'],
    [pipeline({ id: '31' }), 'object_attributes.id'],
    [
      deployment({ status_changed_at: '2021-04-28 21:50:00' }),
      'status_changed_at',
    ],
    [incident({ updated_at: null }), 'object_attributes.updated_at'],
  ])('%j is refused', (body, message) => {
    expect(() => map(body)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('is told by the content type', () => {
    expect(() =>
      map('payload=%7B%7D', { 'content-type': 'text/plain' }),
    ).toThrow('application/json');
  });

  it('never quotes the payload', () => {
    const secret = 'glpat-0123456789';
    for (const payload of [
      pipeline({ id: secret }),
      push({ commits: [secret] }),
      { object_kind: 'deployment', status: [secret] },
    ]) {
      expect(() => map(payload)).toThrow(
        expect.objectContaining({
          message: expect.not.stringContaining(secret),
        }),
      );
    }
  });

  it('is no commit whose clock was wrong', () => {
    const commits = [{ id: SHA, timestamp: '1969-07-20T20:17:40Z' }];
    const [{ fields }] = mapped(
      push({ commits, total_commits_count: 1 }),
    ).statements;
    expect(fields).not.toHaveProperty('firstCommitAt');
    expect(fields).toMatchObject({ commits: 1 });
  });
});
