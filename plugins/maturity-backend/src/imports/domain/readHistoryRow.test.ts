import { StatementRank } from '@devops-scorecards/plugin-maturity-common';
import { mappingContext } from '../../ingest/__testUtils__/mappingContext';
import { checkStorable } from '../../facts/domain/checkStorable';
import { readHistoryRow, type HistoryCells } from './readHistoryRow';

const at = (time: string) => Date.parse(`2026-11-02T${time}:00Z`);
const cell = (time: string) => `2026-11-02T${time}:00Z`;

const COMMON = { id: '7', origin: '/ci', entityref: 'Component:payments' };

const read = (cells: HistoryCells) => readHistoryRow(cells, mappingContext);

function eventOf(cells: HistoryCells) {
  const { event } = read(cells);
  if (!event.ok) {
    throw new Error(event.refusal.message);
  }
  expect(checkStorable(event.value)).toBeUndefined();
  return event.value;
}

const { Finished, Started } = StatementRank;

describe('a row of history', () => {
  it.each<[string, HistoryCells, object, string, number, string]>([
    [
      'run',
      {
        pipeline: 'main',
        branch: 'main',
        trunk: 'TRUE',
        commit: 'abc',
        commitAt: cell('01:00'),
        attempt: '2',
        queuedAt: cell('01:01'),
        startedAt: cell('01:02'),
        finishedAt: cell('01:09'),
        outcome: 'failed',
        trigger: 'Push',
        url: 'https://ci/7',
      },
      {
        pipeline: 'main',
        branch: 'main',
        trunk: true,
        commit: 'abc',
        commitAt: at('01:00'),
        attempt: 2,
        queuedAt: at('01:01'),
        startedAt: at('01:02'),
        finishedAt: at('01:09'),
        outcome: 'failure',
        trigger: 'push',
        url: 'https://ci/7',
      },
      '/ci 7#2',
      Finished,
      '01:09',
    ],
    [
      'run',
      { startedAt: cell('01:02') },
      { startedAt: at('01:02') },
      '/ci 7',
      Started,
      '01:02',
    ],
    [
      'deployment',
      {
        service: 'payments',
        environment: 'Prod',
        version: '1.2',
        artifact: 'pkg:oci/app@sha256%3Aab',
        execution: 'pipeline',
        startedBy: 'machine',
        purpose: 'hotfix',
        pipeline: 'release',
        run: '31',
        attempt: '2',
        strategy: 'canary',
        provenance: 'verified',
        changeWindow: 'inside',
        repairs: 'INC-1',
        startedAt: cell('01:00'),
        finishedAt: cell('02:00'),
        outcome: 'success',
      },
      {
        service: 'payments',
        environment: 'Prod',
        tier: 'production',
        version: '1.2',
        artifact: 'pkg:oci/app@sha256:ab',
        execution: 'pipeline',
        startedBy: 'machine',
        purpose: 'hotfix',
        pipeline: 'release',
        run: '/ci 31#2',
        strategy: 'canary',
        provenance: 'verified',
        changeWindow: 'inside',
        repairs: '/ci INC-1',
        startedAt: at('01:00'),
        finishedAt: at('02:00'),
        outcome: 'success',
      },
      '/ci 7',
      Finished,
      '02:00',
    ],
    [
      'change',
      {
        form: 'request',
        title: `Pay\nlater`,
        targetBranch: 'main',
        trunk: 'true',
        author: 'Zhao',
        bot: 'false',
        commits: '3',
        firstCommitAt: cell('00:10'),
        createdAt: cell('01:00'),
        mergedAt: cell('02:00'),
        closedAt: cell('02:00'),
        mergeSha: 'abc',
        approved: 'true',
        workItems: '1',
        gates: 'passed',
      },
      {
        form: 'request',
        title: 'Pay',
        targetBranch: 'main',
        trunk: true,
        author: mappingContext.pseudonym('Zhao'),
        bot: false,
        commits: 3,
        firstCommitAt: at('00:10'),
        createdAt: at('01:00'),
        mergedAt: at('02:00'),
        closedAt: at('02:00'),
        mergeSha: 'abc',
        approved: true,
        workItems: 1,
        gates: 'passed',
      },
      '/ci 7',
      Finished,
      '02:00',
    ],
    [
      'work-item',
      {
        form: 'action',
        acceptedAt: cell('01:00'),
        dueAt: '2030-01-01T00:00:00Z',
        incident: 'INC-1',
        dropped: 'true',
      },
      {
        form: 'action',
        acceptedAt: at('01:00'),
        dueAt: Date.parse('2030-01-01T00:00:00Z'),
        incident: '/ci INC-1',
        dropped: true,
      },
      '/ci 7',
      Finished,
      '01:00',
    ],
    [
      'incident',
      {
        title: 'Refunds fail',
        severity: 'high',
        impact: 'outage',
        startedAt: cell('01:00'),
        detectedAt: cell('01:05'),
        detectedBy: 'monitoring',
        acknowledgedAt: cell('01:06'),
        restoredAt: cell('02:00'),
        cause: 'change',
        deployment: 'd-1',
        alertKey: 'errors',
        scheduled: 'false',
        repeatOf: 'INC-0',
      },
      {
        title: 'Refunds fail',
        severity: 'major',
        impact: 'outage',
        startedAt: at('01:00'),
        detectedAt: at('01:05'),
        detectedBy: 'monitoring',
        acknowledgedAt: at('01:06'),
        restoredAt: at('02:00'),
        cause: 'change',
        deployment: '/ci d-1',
        alertKey: 'errors',
        scheduled: false,
        repeatOf: '/ci INC-0',
      },
      '/ci 7',
      Started,
      '02:00',
    ],
    [
      'alert',
      {
        name: 'Errors',
        severity: 'critical',
        startedAt: cell('01:00'),
        resolvedAt: cell('01:30'),
        actionable: 'true',
        escalated: 'false',
      },
      {
        alertKey: '7',
        name: 'Errors',
        severity: 'critical',
        startedAt: at('01:00'),
        resolvedAt: at('01:30'),
        actionable: true,
        escalated: false,
      },
      '/ci 7 2026-11-02T01:00:00.000Z',
      Started,
      '01:30',
    ],
  ])(
    'of a %s says what its columns say',
    (kind, cells, fields, key, rank, time) => {
      const event = eventOf({ kind, ...COMMON, ...cells });
      expect(event).toMatchObject({
        eventSource: '/ci',
        type: `dev.cdeventsx.scorecards-${kind}.imported.0.1.0`,
        subject: '7',
        entityRef: 'component:default/payments',
        occurredAt: at(time),
      });
      expect(event.statements).toEqual([
        { kind, key, rank, occurredAt: at(time), fields },
      ]);
    },
  );

  it('of a measure is read like one that is sent', () => {
    const event = eventOf({
      kind: 'Measure',
      ...COMMON,
      name: 'unit-coverage',
      part: '84',
      total: '100',
      measuredAt: cell('01:00'),
      trunk: 'true',
    });
    expect(event).toMatchObject({
      type: 'dev.cdeventsx.scorecards-measure.recorded.0.1.0',
      eventId: 'measure component:default/payments unit-coverage 7',
      statements: [
        {
          kind: 'measure',
          key: '/ci measure component:default/payments unit-coverage 7',
          fields: {
            name: 'unit-coverage',
            part: 84,
            total: 100,
            measuredAt: at('01:00'),
            trunk: true,
          },
        },
      ],
    });
  });

  it('keeps no name of a person in the log', () => {
    const event = eventOf({
      kind: 'change',
      ...COMMON,
      form: 'push',
      title: 'by Zhao',
      author: 'Zhao',
      createdAt: cell('01:00'),
    });
    expect(JSON.stringify(event.envelope)).not.toContain('Zhao');
    expect(JSON.stringify(event.statements)).not.toContain('"Zhao"');
  });

  it('is another event for another attempt, firing or time, and the same for the same', () => {
    const idOf = (cells: HistoryCells) =>
      eventOf({ ...COMMON, ...cells }).eventId;
    const run = { kind: 'run', startedAt: cell('01:00') };
    expect(idOf({ ...run, attempt: '1' })).toBe(idOf(run));
    expect(idOf({ ...run, attempt: '2' })).not.toBe(idOf(run));
    expect(idOf({ kind: 'alert', startedAt: cell('01:00') })).not.toBe(
      idOf({ kind: 'alert', startedAt: cell('02:00') }),
    );
    const { id: _, ...unnamed } = COMMON;
    const measure = {
      ...unnamed,
      kind: 'measure',
      name: 'capacity-headroom',
      value: '2',
    };
    const own = (cells: HistoryCells) =>
      eventOf({ ...measure, ...cells }).eventId;
    expect(own({ measuredAt: cell('01:00') })).toBe(
      own({ measuredAt: '2026-11-02T09:00:00+08:00' }),
    );
    expect(own({ measuredAt: cell('01:00') })).not.toBe(
      own({ measuredAt: cell('02:00') }),
    );
  });

  it.each<[string, HistoryCells, RegExp]>([
    ['no kind', {}, /no kind that is known: kinds are run, deployment/],
    ['an unknown kind', { kind: 'build' }, /no kind that is known/],
    [
      'no id',
      { kind: 'run', id: '', startedAt: cell('01:00') },
      /^id is missing/,
    ],
    [
      'nobody named',
      { kind: 'run', entityref: '', startedAt: cell('01:00') },
      /not said whose it is/,
    ],
    [
      'a wrong entity',
      { kind: 'run', entityref: 'payments', startedAt: cell('01:00') },
      /entityref must be/,
    ],
    [
      'no time',
      { kind: 'run', outcome: 'success' },
      /says no time: fill at least one of finishedAt/,
    ],
    [
      'an end before its begin',
      { kind: 'run', startedAt: cell('02:00'), finishedAt: cell('01:00') },
      /finishedAt is before startedAt/,
    ],
    [
      'a column of another kind',
      { kind: 'run', detectedBy: 'user', startedAt: cell('01:00') },
      /A run has no detectedBy/,
    ],
    [
      'a word that is none',
      { kind: 'run', outcome: 'green', startedAt: cell('01:00') },
      /outcome must be success/,
    ],
    [
      'a time without a zone',
      { kind: 'run', startedAt: '2026-11-02 01:00:00' },
      /startedAt cannot be read: .*RFC 3339/,
    ],
    [
      'an attempt 0',
      { kind: 'run', attempt: '0', startedAt: cell('01:00') },
      /attempt must be at least 1/,
    ],
    [
      'a flag that is none',
      { kind: 'run', trunk: 'yes', startedAt: cell('01:00') },
      /trunk must be true or false/,
    ],
    [
      'no environment',
      { kind: 'deployment', finishedAt: cell('01:00') },
      /environment is missing/,
    ],
    [
      'no form of a change',
      { kind: 'change', createdAt: cell('01:00') },
      /form is missing/,
    ],
    [
      'no begin of an alert',
      { kind: 'alert', resolvedAt: cell('01:00') },
      /startedAt cannot be read/,
    ],
    [
      'no time of a measure',
      { kind: 'measure', name: 'x', value: '1' },
      /measuredAt is missing/,
    ],
    [
      'no name of a measure',
      { kind: 'measure', value: '1', measuredAt: cell('01:00') },
      /name is missing/,
    ],
    [
      'a share of nothing',
      {
        kind: 'measure',
        name: 'x',
        part: '0',
        total: '0',
        measuredAt: cell('01:00'),
      },
      /total is 0/,
    ],
    [
      'an origin with a space',
      { kind: 'run', origin: 'a b', startedAt: cell('01:00') },
      /origin must be a URI/,
    ],
  ])('is refused with %s', (_, cells, message) => {
    const said = Object.entries({ ...COMMON, ...cells }).filter(
      ([, text]) => text !== '',
    );
    const { event } = read(Object.fromEntries(said));
    expect(event).toEqual({
      ok: false,
      refusal: { code: 400, message: expect.stringMatching(message) },
    });
  });
});
