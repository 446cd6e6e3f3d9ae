import { TestDatabases } from '@backstage/backend-test-utils';
import { SECRET, signatureOf, SIGNING_TOKEN } from './__testUtils__/delivery';
import { incident, issue, label } from './__testUtils__/issues';
import {
  deployment,
  HOST,
  job,
  mergeRequest,
  pipeline,
  push,
  SHA,
} from './__testUtils__/payloads';
import { startPortal } from './testing/startPortal';

jest.setTimeout(120_000);

const at = (time: string) => Date.parse(`2026-11-20T${time}Z`);
const gitlab = (time: string) => `2026-11-20 ${time} UTC`;

const token = { 'x-gitlab-token': SECRET };

describe('the webhooks of GitLab, over HTTP', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it('are tested on both databases', () => {
    expect(databases.supports('POSTGRES_18')).toBe(true);
  });

  it.each(databases.eachSupportedId())(
    'are stored once, as facts of their entity, on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const { send, count } = await startPortal(knex, {
        webhookSecret: SECRET,
        signingToken: SIGNING_TOKEN,
        incidentLabels: ['outage'],
        defectLabels: ['bug'],
        environments: { production: ['production/eu'] },
      });
      const events = [
        push(),
        mergeRequest({
          state: 'merged',
          action: 'merge',
          merge_commit_sha: SHA,
        }),
        pipeline(),
        deployment({
          status: 'running',
          status_changed_at: gitlab('07:10:01'),
        }),
        deployment(),
        job(),
        incident(),
        incident({
          state: 'closed',
          action: 'close',
          closed_at: gitlab('06:50:00'),
          updated_at: gitlab('06:50:00'),
        }),
        issue({ id: 302, labels: [label('bug')] }),
        { object_kind: 'note', project: push().project },
      ];

      const wrong: Record<string, string>[] = [
        {},
        { 'x-gitlab-token': 'a wrong token' },
        { ...token, ...signatureOf('another body', { at: Date.now() }) },
      ];
      for (const headers of wrong) {
        expect((await send(events[0], headers)).status).toBe(401);
      }
      expect(await count('event_log')).toBe(0);

      for (const payload of events) {
        const { status, body } = await send(payload, token);
        expect([status, body.results]).toEqual([
          202,
          [
            expect.objectContaining({
              status: expect.stringMatching(/^stored/),
              entityRef: 'component:default/shop',
            }),
          ],
        ]);
      }
      // Sent again, signed and without the mail addresses.
      for (const payload of events) {
        const again = JSON.parse(
          JSON.stringify(payload).replace(/john@example\.com/g, '[REDACTED]'),
        );
        const { status, body } = await send(
          again,
          signatureOf(JSON.stringify(again), { at: Date.now() }),
        );
        expect([status, body.duplicates]).toEqual([202, 1]);
      }
      expect(await count('event_log')).toBe(events.length);
      expect(await count('event_conflict')).toBe(0);

      const log = JSON.stringify(await knex('event_log'));
      for (const word of ['John', 'jsmith', 'example.com"', 'See #12']) {
        expect(log).not.toContain(word);
      }

      const [run, ...runs] = await knex('run');
      expect(runs).toEqual([]);
      expect(run).toMatchObject({
        key: `${HOST}/pipelines/31`,
        pipeline: 'Acme/shop',
        trunk: 1,
        commit: SHA,
        outcome: 'success',
        trigger: 'push',
      });
      expect(Number(run.started_at)).toBe(at('07:00:30'));

      const [deployed, ...others] = await knex('deployment');
      expect(others).toEqual([]);
      expect(deployed).toMatchObject({
        key: `${HOST}/jobs/796`,
        environment: 'production/eu',
        tier: 'production',
        execution: 'pipeline',
        run: `${HOST}/pipelines/31`,
        outcome: 'success',
        url: `https://${HOST}/Acme/shop/-/jobs/796`,
      });
      expect(Number(deployed.finished_at)).toBe(at('07:12:01'));

      const changes = await knex('change').orderBy('key');
      expect(
        changes.map(({ key, form, trunk, merge_sha: sha }) => [
          key,
          form,
          trunk,
          sha,
        ]),
      ).toEqual([
        [`${HOST}/merge_requests/99`, 'request', 1, SHA],
        [`${HOST}/projects/30 refs/heads/main ${SHA}`, 'push', 1, SHA],
      ]);
      expect(changes[0].author).toMatch(/^[0-9a-f]{32}$/);
      expect(changes[1].author).toBe(changes[0].author);

      const [fault] = await knex('incident');
      expect(fault).toMatchObject({
        key: `${HOST}/issues/301`,
        severity: 'major',
        started_at: null,
        detected_by: null,
      });
      expect(Number(fault.restored_at)).toBe(at('06:50:00'));
      expect(await knex('work_item').pluck('form')).toEqual(['defect']);
    },
  );

  it('are facts of the entity that a label names', async () => {
    const knex = await databases.init('SQLITE_3');
    const { send } = await startPortal(knex, { webhookSecret: SECRET });
    const refOf = async (title: string, id: number) => {
      const { body } = await send(
        incident({ id, labels: [label(title)] }),
        token,
      );
      return body.results[0].entityRef;
    };
    expect(await refOf('entityref::component:payments', 1)).toBe(
      'component:default/payments',
    );
    expect(await refOf('entityref::?', 2)).toBe('component:default/shop');
  });

  it('refuse one bad delivery and no other', async () => {
    const knex = await databases.init('SQLITE_3');
    const { send, count } = await startPortal(knex, { webhookSecret: SECRET });
    const bad = await send(pipeline({ created_at: 'soon' }), token);
    expect([bad.status, bad.body.error.message]).toEqual([
      400,
      expect.stringContaining('object_attributes.created_at'),
    ]);
    expect((await send(pipeline(), token)).status).toBe(202);
    expect(await count('event_log')).toBe(1);
  });

  it('are all refused without a secret', async () => {
    const knex = await databases.init('SQLITE_3');
    const { send, count } = await startPortal(knex, {});
    const { status, body } = await send(push(), token);
    expect([status, body.error.message]).toEqual([
      403,
      expect.stringContaining('maturity.sources.gitlab.signingToken'),
    ]);
    expect(await count('event_log')).toBe(0);
  });
});
