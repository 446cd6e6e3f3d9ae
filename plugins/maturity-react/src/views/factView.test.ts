import type { FactRecord } from '@devops-scorecards/plugin-maturity-common';
import { storedFact, toFactView, type FactView } from './factView';

const base = {
  source: 'ci',
  key: 'k',
  at: 5,
  generated: false,
  state: 'live' as const,
  corrected: false,
  events: [],
};

describe('storedFact', () => {
  it('leads from an incident made of alerts to the first of them', () => {
    const source = 'monitoring';
    expect(
      storedFact({ kind: 'incident', source, key: 'alerts:disk 1762' }),
    ).toEqual({ kind: 'alert', source, key: 'disk 1762' });
    const told = { kind: 'incident', source, key: 'INC-1' } as const;
    expect(storedFact(told)).toEqual(told);
  });
});

describe('toFactView', () => {
  it.each<[string, Pick<FactRecord, 'kind' | 'fields'>, Partial<FactView>]>([
    [
      'a run',
      {
        kind: 'run',
        fields: { pipeline: 'build', branch: 'main', outcome: 'failure' },
      },
      { what: 'build', detail: 'main', state: 'failure' },
    ],
    [
      'a rollback',
      {
        kind: 'deployment',
        fields: { purpose: 'rollback', outcome: 'success' },
      },
      { what: 'k', state: 'rollback-success' },
    ],
    [
      'a run under way',
      { kind: 'run', fields: {} },
      { what: 'k', state: 'running' },
    ],
    [
      'a deployment',
      {
        kind: 'deployment',
        fields: { environment: 'prod', version: '1.2', outcome: 'success' },
      },
      { what: 'prod', detail: '1.2', state: 'success' },
    ],
    [
      'a merged change, which was closed with that',
      {
        kind: 'change',
        fields: {
          title: 'Fix',
          targetBranch: 'main',
          mergedAt: 1,
          closedAt: 1,
        },
      },
      { what: 'Fix', detail: 'main', state: 'merged' },
    ],
    [
      'a change that was closed without a merge',
      { kind: 'change', fields: { title: 'No', closedAt: 1 } },
      { what: 'No', state: 'closed' },
    ],
    [
      'a push, by its commit',
      {
        kind: 'change',
        fields: { mergeSha: '0123456789abcdef', mergedAt: 1 },
      },
      { what: '0123456789ab', state: 'merged' },
    ],
    [
      'a work item by its title',
      { kind: 'work-item', fields: { title: 'Pay faster', doneAt: 1 } },
      { what: 'Pay faster', detail: 'k', state: 'done' },
    ],
    [
      'a released work item',
      { kind: 'work-item', fields: { doneAt: 1, releasedAt: 2 } },
      { what: 'k', detail: undefined, state: 'released' },
    ],
    [
      'a dropped work item',
      { kind: 'work-item', fields: { doneAt: 1, dropped: true } },
      { state: 'dropped' },
    ],
    ['an open work item', { kind: 'work-item', fields: {} }, { state: 'open' }],
    [
      'an incident that lasts',
      { kind: 'incident', fields: { title: 'Down', environment: 'prod' } },
      { what: 'Down', detail: 'prod', state: 'lasting' },
    ],
    [
      'a restored incident',
      { kind: 'incident', fields: { restoredAt: 5 } },
      { state: 'restored' },
    ],
    [
      'announced maintenance',
      { kind: 'incident', fields: { restoredAt: 5, scheduled: true } },
      { state: 'scheduled' },
    ],
    [
      'a firing alert',
      { kind: 'alert', fields: { alertKey: 'cpu' } },
      { what: 'cpu', state: 'firing' },
    ],
    [
      'a resolved alert',
      { kind: 'alert', fields: { name: 'CPU', resolvedAt: 5 } },
      { what: 'CPU', state: 'resolved' },
    ],
    [
      'a share',
      { kind: 'measure', fields: { name: 'unit-coverage', part: 8, total: 9 } },
      { what: 'unit-coverage', detail: '8 / 9', state: 'recorded' },
    ],
    [
      'another reading',
      { kind: 'measure', fields: { value: 0 } },
      { what: 'k', detail: '0' },
    ],
    ['an open change', { kind: 'change', fields: {} }, { state: 'pending' }],
  ])('shows %s', (_, part, view) => {
    expect(toFactView({ ...base, ...part })).toMatchObject(view);
  });

  it.each([
    ['live', undefined],
    ['shadow', 'shadow'],
    ['excluded', 'excluded'],
  ] as const)('says of a fact that is %s whether it counts', (state, mark) => {
    const record = { ...base, state, kind: 'run' as const, fields: {} };
    expect(toFactView(record).notCounted).toBe(mark);
  });
});
