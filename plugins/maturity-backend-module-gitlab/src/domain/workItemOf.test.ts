import { StatementRank } from '@devops-scorecards/plugin-maturity-common';
import { statements } from '../__testUtils__/delivery';
import { incident, issue, label } from '../__testUtils__/issues';
import { HOST, project } from '../__testUtils__/payloads';

const at = (time: string) => Date.parse(`2026-11-20T${time}Z`);
const KEY = `${HOST}/issues/301`;

describe('work items', () => {
  const settings = {
    requirementLabels: ['type::feature'],
    defectLabels: ['bug'],
    actionLabels: ['Postmortem'],
  };
  const items = (payload: object) =>
    statements('work-item', payload, settings).filter(
      ({ fields }) => Object.keys(fields).length > 0,
    );

  it('are issues with a configured label and no others', () => {
    expect(items(issue())).toEqual([]);
    const payload = issue({ labels: [label('later'), label('Bug')] });
    expect(statements('work-item', payload, settings)).toEqual([
      expect.objectContaining({
        occurredAt: at('06:00:00') - 1,
        fields: {},
        clears: ['doneAt', 'dropped'],
      }),
      {
        kind: 'work-item',
        key: KEY,
        rank: StatementRank.Started,
        occurredAt: at('06:00:00'),
        fields: {
          form: 'defect',
          title: 'Refunds fail',
          createdAt: at('06:00:00'),
          url: `${project.web_url}/-/issues/23`,
        },
        clears: ['dueAt'],
      },
    ]);
  });

  it('are no incidents as well', () => {
    expect(items(incident({ labels: [label('bug')] }))).toEqual([]);
  });

  it('are due at the end of a day', () => {
    const [{ fields, clears }] = items(
      issue({ labels: [label('postmortem')], due_date: '2026-11-30' }),
    );
    expect(fields).toMatchObject({
      form: 'action',
      dueAt: Date.parse('2026-11-30T23:59:59.999Z'),
    });
    expect(clears).toBeUndefined();
  });

  const closed = {
    labels: [label('type::feature')],
    state: 'closed',
    action: 'close',
    closed_at: '2026-11-20 06:50:00 UTC',
  };

  it('are done when they are closed', () => {
    const [{ fields, clears }] = items(issue(closed));
    expect(fields).toMatchObject({
      form: 'requirement',
      doneAt: at('06:50:00'),
    });
    expect(fields).not.toHaveProperty('dropped');
    expect(clears).toEqual(['dueAt', 'dropped']);
  });

  it.each([{ moved_to_id: 302 }, { duplicated_to_id: 303 }])(
    'are dropped when they are closed for %j',
    gone => {
      const [{ fields, clears }] = items(issue({ ...closed, ...gone }));
      expect(fields).toMatchObject({ dropped: true });
      expect(fields).not.toHaveProperty('doneAt');
      expect(clears).toContain('doneAt');
    },
  );

  it('are dropped with their label, unless they were done', () => {
    const lost = { changes: { labels: { previous: [label('bug')] } } };
    const [open] = items(issue({}, lost));
    expect(open).toMatchObject({
      occurredAt: at('06:00:00') - 2,
      fields: { dropped: true },
    });
    const [done] = items(issue({ ...closed, labels: [] }, lost));
    expect(done.fields).toMatchObject({ doneAt: at('06:50:00') });
    expect(done.fields).not.toHaveProperty('dropped');
  });
});
