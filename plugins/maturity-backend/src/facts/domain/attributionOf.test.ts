import type {
  FactFields,
  FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import { attributionOf, type FactAttribution } from './attributionOf';

type Row = {
  [K in FactKind]: [K, FactFields[K], FactAttribution];
}[FactKind];

describe('attributionOf', () => {
  it.each<Row>([
    ['run', { queuedAt: 1, startedAt: 2 }, { at: 2, open: true }],
    ['run', { startedAt: 2, finishedAt: 3 }, { at: 3, open: false }],
    ['deployment', { outcome: 'failure' }, { at: undefined, open: false }],
    ['change', { createdAt: 1, mergedAt: 5 }, { at: 5, open: false }],
    ['work-item', { createdAt: 1 }, { at: 1, open: false }],
    ['work-item', { createdAt: 1, acceptedAt: 2 }, { at: 2, open: true }],
    ['work-item', { createdAt: 1, dueAt: 9 }, { at: 1, open: true }],
    ['work-item', { acceptedAt: 2, doneAt: 3 }, { at: 3, open: false }],
    [
      'work-item',
      { acceptedAt: 2, doneAt: 3, releasedAt: 4 },
      { at: 4, open: false },
    ],
    ['work-item', { acceptedAt: 2, dropped: true }, { at: 2, open: false }],
    ['work-item', { acceptedAt: 2, dropped: false }, { at: 2, open: true }],
    ['incident', { startedAt: 1, detectedAt: 2 }, { at: 1, open: true }],
    ['incident', { detectedAt: 2 }, { at: 2, open: true }],
    [
      'incident',
      { startedAt: 1, restoredAt: 9 },
      { at: 1, open: false, endedAt: 9 },
    ],
    ['alert', { startedAt: 1 }, { at: 1, open: true }],
    [
      'alert',
      { startedAt: 1, resolvedAt: 4 },
      { at: 1, open: false, endedAt: 4 },
    ],
    ['measure', { measuredAt: 7 }, { at: 7, open: false }],
    ['measure', {}, { at: undefined, open: false }],
  ])('of a %s of %j is %j', (kind, fields, expected) => {
    expect(attributionOf(kind, fields as FactFields[FactKind])).toEqual(
      expected,
    );
  });
});
