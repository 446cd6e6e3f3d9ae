import type { Statement } from '@devops-scorecards/plugin-maturity-common';
import { foldFact } from '../../../facts/domain/foldFact';
import type { BuildOptions } from '../../__testUtils__/buildCdevent';
import { mappedSample, refusalOf } from '../../__testUtils__/mapEvent';

const T = Date.parse('2026-11-02T02:00:00Z');

function statement(options: BuildOptions) {
  const { statements } = mappedSample(options);
  expect(statements).toHaveLength(1);
  return statements[0] as Statement<'work-item'>;
}

function fold(...events: BuildOptions[]) {
  return foldFact(
    'work-item',
    events.map((options, index) => ({
      statement: statement({ source: '/tickets', subjectId: 'X', ...options }),
      eventKey: `${index}`,
      position: 0,
    })),
  );
}

describe('tickets', () => {
  it('are closed when they are done', () => {
    expect(statement({ name: 'ticket.closed' })).toEqual({
      kind: 'work-item',
      key: '/tickets SHOP-77',
      rank: 2,
      occurredAt: T,
      fields: {
        form: 'requirement',
        title: 'Refunds of gift cards fail',
        acceptedAt: Date.parse('2026-10-26T01:30:00Z'),
        releasedAt: Date.parse('2026-11-02T01:45:00Z'),
        doneAt: T,
        dropped: false,
        url: 'https://tickets.example.com/SHOP-77',
      },
    });
  });

  it.each(['withdrawn', 'Duplicate', "Won't fix"])(
    'are dropped when they are closed as %s',
    resolution => {
      const content = { summary: 'S', resolution };
      const { fields, clears } = statement({
        name: 'ticket.closed',
        content,
        customData: {},
      });
      expect(fields).toEqual({ title: 'S', dropped: true });
      expect(clears).toEqual(['doneAt']);
      expect(
        fold(
          { name: 'ticket.closed' },
          { name: 'ticket.closed', timestamp: '2026-11-03T02:00:00Z', content },
        ).fields,
      ).not.toHaveProperty('doneAt');
    },
  );

  it.each([
    ['bug', 'defect'],
    ['Enhancement', 'requirement'],
    ['task', 'task'],
    ['improvement', 'improvement'],
    ['question', undefined],
    ['constructor', undefined],
    [undefined, undefined],
  ])('of type %p have the form %p', (ticketType, form) => {
    const content = { ticketType };
    const { fields } = statement({ name: 'ticket.updated', content });
    expect(fields.form).toBe(form);
  });

  it('and our own work items are the same', () => {
    expect(
      fold(
        { name: 'ticket.created', timestamp: '2026-11-01T00:00:00Z' },
        { name: 'workitem.accepted', timestamp: '2026-11-01T01:00:00Z' },
        { name: 'workitem.released', timestamp: '2026-11-02T00:00:00Z' },
      ).fields,
    ).toMatchObject({
      form: 'defect',
      createdAt: Date.parse('2026-11-01T00:00:00Z'),
      acceptedAt: Date.parse('2026-11-01T01:00:00Z'),
      releasedAt: Date.parse('2026-11-02T00:00:00Z'),
    });
  });
});

describe('work items', () => {
  it.each([
    ['created', 0, { createdAt: T }],
    ['accepted', 0, { acceptedAt: T }],
    ['started', 1, { startedAt: T }],
    ['done', 2, { doneAt: T, dropped: false }],
    ['released', 2, { releasedAt: T }],
    ['dropped', 2, { dropped: true }],
  ])('%s', (predicate, rank, fields) => {
    expect(statement({ name: `workitem.${predicate}`, content: {} })).toEqual(
      expect.objectContaining({
        kind: 'work-item',
        rank,
        occurredAt: T,
        fields,
      }),
    );
  });

  it('are told whole by their last event', () => {
    const content = {
      form: 'action',
      title: 'Alert before refunds fail',
      createdAt: '2026-11-01T00:00:00Z',
      acceptedAt: '2026-11-01T01:00:00Z',
      startedAt: '2026-11-01T02:00:00Z',
      dueAt: '2099-01-01T00:00:00Z',
      doneAt: '2026-11-02T01:00:00Z',
      incident: { id: 'INC-32', source: '/oncall' },
    };
    expect(statement({ name: 'workitem.done', content }).fields).toEqual({
      form: 'action',
      title: 'Alert before refunds fail',
      createdAt: Date.parse('2026-11-01T00:00:00Z'),
      acceptedAt: Date.parse('2026-11-01T01:00:00Z'),
      startedAt: Date.parse('2026-11-01T02:00:00Z'),
      dueAt: Date.parse('2099-01-01T00:00:00Z'),
      doneAt: Date.parse('2026-11-02T01:00:00Z'),
      dropped: false,
      incident: '/oncall INC-32',
    });
  });

  it.each([
    ['workitem.created', { content: { form: 'idea' } }, 'content.form cannot'],
    ['workitem.created', { content: { dueAt: 'soon' } }, 'content.dueAt'],
    ['workitem.created', { content: { incident: 5 } }, 'content.incident'],
    [
      'workitem.done',
      { content: { acceptedAt: '2026-11-03T00:00:00Z' } },
      'data.context.timestamp (doneAt) is 2026-11-02T02:00:00.000Z, before data.subject.content.acceptedAt',
    ],
    [
      'ticket.closed',
      {
        customData: {
          acceptedAt: '2026-11-01T00:00:00Z',
          releasedAt: '2026-10-01T00:00:00Z',
        },
      },
      'data.customData.releasedAt is',
    ],
    ['ticket.closed', { customData: { form: 'idea' } }, 'customData.form'],
  ])('%s %j is refused', (name, more, message) => {
    expect(refusalOf({ name, ...more })).toEqual({
      code: 400,
      message: expect.stringContaining(message),
    });
  });
});
