import type { FactRecord } from '@devops-scorecards/plugin-maturity-common';
import { toFactView, type FactView } from './factView';

const base = {
  source: 'ci',
  key: 'k',
  at: 5,
  generated: false,
  events: [],
};

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
    ['an open change', { kind: 'change', fields: {} }, { state: 'pending' }],
  ])('shows %s', (_, part, view) => {
    expect(toFactView({ ...base, ...part })).toMatchObject(view);
  });
});
