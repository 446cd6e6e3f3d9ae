import type { Statement } from '@devops-scorecards/plugin-maturity-common';
// How facts are folded is no business of other packages but of this test.
// eslint-disable-next-line @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports
import { foldFact } from '@devops-scorecards/plugin-maturity-backend/src/facts/domain/foldFact';
import fc from 'fast-check';
import { genuineSamples } from '../__testUtils__/samples';
import type { IssueMeaning } from './issueMeaning';
import { mapIssue } from './mapIssue';
import { issueSchema } from './payloads';

const MEANING: IssueMeaning = {
  incidents: new Set(['incident', 'outage']),
  severities: new Map([
    ['sev1', 'critical'],
    ['sev2', 'major'],
  ]),
  detectors: new Map([
    ['alert', 'monitoring'],
    ['customer', 'user'],
  ]),
  workItems: new Map([
    ['feature', 'requirement'],
    ['bug', 'defect'],
  ]),
};

const CREATED = Date.parse('2026-11-20T08:00:00Z');
const RECEIVED = Date.parse('2026-11-20T18:00:00Z');
const HOUR = 3_600_000;

/** An event of one issue: what happened, and how the issue is after it. */
interface Happened {
  action: string;
  /** Hours after the issue was opened. */
  hour?: number;
  labels?: string[];
  label?: string;
  closed?: number;
  reason?: string;
}

/** A genuine `issues` event, changed as told. */
function payloadOf({ action, hour = 0, labels, label, ...rest }: Happened) {
  const genuine = JSON.parse(
    genuineSamples.find(({ name }) => name === 'issues 15')!.body,
  );
  const time = (hours: number) =>
    new Date(CREATED + hours * HOUR).toISOString().replace('.000', '');
  Object.assign(genuine.issue, {
    labels: labels?.map(name => ({ name })),
    created_at: time(0),
    updated_at: time(hour),
    state: rest.closed === undefined ? 'open' : 'closed',
    closed_at: rest.closed === undefined ? null : time(rest.closed),
    state_reason: rest.reason ?? null,
  });
  return { ...genuine, action, ...(label && { label: { name: label } }) };
}

function map(happened: Happened, meaning = MEANING) {
  return mapIssue(issueSchema.parse(payloadOf(happened)), {
    meaning,
    receivedAt: RECEIVED,
  });
}

/** The fields that a sequence of events adds up to. */
function folded<K extends 'incident' | 'work-item'>(
  kind: K,
  events: readonly Happened[],
) {
  const statements = events.flatMap(happened => {
    const eventKey = JSON.stringify(happened);
    return map(happened)
      .statements.filter(statement => statement.kind === kind)
      .map((statement, position) => ({
        statement: statement as Statement as Statement<K>,
        eventKey,
        position,
      }));
  });
  return statements.length > 0 ? foldFact(kind, statements).fields : undefined;
}

const incident = (...events: Happened[]) => folded('incident', events);
const workItem = (...events: Happened[]) => folded('work-item', events);

describe('an issue without a label that means something', () => {
  it('says nothing', () => {
    expect(map({ action: 'opened', labels: ['question'] })).toEqual({
      subject: 'Codertocat/Hello-World/issues/1',
      occurredAt: CREATED,
      statements: [],
    });
    // Payloads of some actions have no labels at all.
    expect(map({ action: 'pinned' }).statements).toEqual([]);
  });

  it('says nothing where nothing is configured', () => {
    const none = {
      ...MEANING,
      incidents: new Set<string>(),
      workItems: new Map(),
    };
    expect(
      map({ action: 'opened', labels: ['incident', 'bug', 'sev1'] }, none)
        .statements,
    ).toEqual([]);
  });
});

describe('an incident', () => {
  const opened = { action: 'opened', labels: ['Incident', 'SEV2'] };
  const closed = { ...opened, action: 'closed', hour: 2, closed: 2 };

  it('was noticed when its issue was opened', () => {
    expect(map(opened).statements).toEqual([
      {
        kind: 'incident',
        key: 'codertocat/hello-world#1',
        rank: 1,
        occurredAt: CREATED,
        fields: {
          title: 'Spelling error in the README file',
          severity: 'major',
          detectedAt: CREATED,
          url: 'https://github.com/Codertocat/Hello-World/issues/1',
        },
      },
    ]);
  });

  it('is over when the issue is closed, for whatever reason', () => {
    expect(incident(opened, closed)?.restoredAt).toBe(CREATED + 2 * HOUR);
    expect(
      incident(opened, { ...closed, reason: 'not_planned' })?.restoredAt,
    ).toBe(CREATED + 2 * HOUR);
  });

  it('is not over when it is opened again', () => {
    const reopened = { ...opened, action: 'reopened', hour: 3 };
    const again = { ...closed, hour: 5, closed: 5 };
    expect(incident(opened, closed, reopened)).not.toHaveProperty('restoredAt');
    expect(incident(opened, closed, reopened, again)?.restoredAt).toBe(
      CREATED + 5 * HOUR,
    );
  });

  it('is open though the payload tells when it was closed before', () => {
    const genuine = genuineSamples.find(({ name }) => name === 'issues 20')!;
    const { statements } = mapIssue(
      issueSchema.parse(JSON.parse(genuine.body)),
      { meaning: { ...MEANING, incidents: new Set(['bug']) }, receivedAt: 0 },
    );
    const [clear, said] = statements.filter(({ kind }) => kind === 'incident');
    expect(clear).toMatchObject({ fields: {}, clears: ['restoredAt'] });
    expect(said.fields).not.toHaveProperty('restoredAt');
  });

  it('may be labelled later, and was one from the beginning', () => {
    const labelled = {
      action: 'labeled',
      hour: 1,
      labels: ['outage'],
      label: 'outage',
    };
    expect(incident({ action: 'opened', labels: [] }, labelled)).toMatchObject({
      detectedAt: CREATED,
    });
    // Payloads that do not list the label yet.
    expect(incident({ ...labelled, labels: [] })).toBeDefined();
  });

  it('ends when it loses its label, and goes on when it gets one again', () => {
    const unlabelled = {
      action: 'unlabeled',
      hour: 4,
      // As in the genuine payload, which still lists it.
      labels: ['incident'],
      label: 'incident',
    };
    const again = {
      action: 'labeled',
      hour: 6,
      labels: ['outage'],
      label: 'outage',
    };
    expect(incident(opened, unlabelled)?.restoredAt).toBe(CREATED + 4 * HOUR);
    expect(incident(opened, unlabelled, again)).not.toHaveProperty(
      'restoredAt',
    );
    expect(
      incident(opened, closed, { ...unlabelled, closed: 2 })?.restoredAt,
    ).toBe(CREATED + 2 * HOUR);
    // One of two labels is enough.
    expect(
      incident(opened, { ...unlabelled, labels: ['incident', 'outage'] }),
    ).not.toHaveProperty('restoredAt');
  });

  it.each(['deleted', 'transferred'])(
    'ends when it is %s, which no payload tells when',
    action => {
      expect(incident(opened, { ...opened, action, hour: 1 })?.restoredAt).toBe(
        RECEIVED,
      );
      expect(incident(opened, closed, { ...closed, action })?.restoredAt).toBe(
        CREATED + 2 * HOUR,
      );
    },
  );

  it('has the gravest severity of its labels, until it has none', () => {
    const with_ = (action: string, labels: string[], label?: string) => ({
      action,
      hour: 1,
      labels: ['incident', ...labels],
      label,
    });
    expect(
      incident(opened, with_('labeled', ['sev2', 'sev1'], 'sev1')),
    ).toMatchObject({ severity: 'critical' });
    expect(incident(opened, with_('unlabeled', [], 'sev2'))).not.toHaveProperty(
      'severity',
    );
    expect(incident(opened, with_('edited', []))).toMatchObject({
      severity: 'major',
    });
  });

  it('was detected by whom a label names, and nobody else', () => {
    const with_ = (labels: string[]) => ({
      action: 'opened',
      labels: ['incident', ...labels],
    });
    expect(incident(with_(['alert']))).toMatchObject({
      detectedBy: 'monitoring',
    });
    expect(incident(with_(['customer']))).toMatchObject({ detectedBy: 'user' });
    expect(incident(with_([]))).not.toHaveProperty('detectedBy');
    expect(
      incident(with_(['alert']), {
        action: 'labeled',
        hour: 1,
        labels: ['incident', 'alert', 'customer'],
        label: 'customer',
      }),
    ).not.toHaveProperty('detectedBy');
  });

  it('never tells since when users were affected', () => {
    for (const happened of [opened, closed]) {
      expect(incident(happened)).not.toHaveProperty('startedAt');
    }
  });
});

describe('a work item', () => {
  const opened = { action: 'opened', labels: ['Feature'] };
  const closed = { ...opened, action: 'closed', hour: 2, closed: 2 };

  it('is created and done', () => {
    expect(workItem(opened)).toEqual({
      form: 'requirement',
      title: 'Spelling error in the README file',
      createdAt: CREATED,
      url: 'https://github.com/Codertocat/Hello-World/issues/1',
    });
    expect(workItem(opened, { ...closed, reason: 'completed' })).toMatchObject({
      doneAt: CREATED + 2 * HOUR,
    });
  });

  it.each(['not_planned', 'duplicate'])(
    'is dropped when it is closed as %s',
    reason => {
      const fields = workItem(opened, { ...closed, reason });
      expect(fields).toMatchObject({ dropped: true });
      expect(fields).not.toHaveProperty('doneAt');
    },
  );

  it('is open again', () => {
    const reopened = { ...opened, action: 'reopened', hour: 3 };
    for (const reason of ['completed', 'not_planned']) {
      const fields = workItem(opened, { ...closed, reason }, reopened);
      expect(fields).not.toHaveProperty('doneAt');
      expect(fields).not.toHaveProperty('dropped');
    }
  });

  it('may become another, or none', () => {
    const changed = {
      action: 'unlabeled',
      hour: 1,
      labels: ['bug'],
      label: 'feature',
    };
    expect(workItem(opened, changed)).toMatchObject({ form: 'defect' });
    expect(workItem(opened, changed)).not.toHaveProperty('dropped');
    expect(workItem(opened, { ...changed, labels: [] })).toMatchObject({
      form: 'requirement',
      dropped: true,
    });
  });

  it('is repaired where it is labelled as both', () => {
    expect(
      workItem({ action: 'opened', labels: ['feature', 'bug'] }),
    ).toMatchObject({ form: 'defect' });
  });

  it('is dropped when it is gone, unless it was done', () => {
    expect(workItem(opened, { ...opened, action: 'deleted' })).toMatchObject({
      dropped: true,
    });
    const done = workItem(opened, closed, { ...closed, action: 'transferred' });
    expect(done).toMatchObject({ doneAt: CREATED + 2 * HOUR });
    expect(done).not.toHaveProperty('dropped');
  });

  it('may be an incident too', () => {
    const { statements } = map({
      action: 'opened',
      labels: ['incident', 'bug'],
    });
    expect(statements.map(({ kind, key }) => [kind, key])).toEqual([
      ['incident', 'codertocat/hello-world#1'],
      ['work-item', 'codertocat/hello-world#1'],
    ]);
  });
});

describe('what happens within a second', () => {
  it('is that one label goes, another comes, and the issue is closed', () => {
    const swap: Happened[] = [
      { action: 'labeled', hour: 1, labels: ['bug'], label: 'bug' },
      { action: 'unlabeled', hour: 1, labels: [], label: 'feature' },
    ];
    const script: Happened[] = [
      { action: 'opened', labels: ['incident'] },
      { action: 'labeled', labels: ['incident'], label: 'incident' },
      { action: 'closed', labels: ['incident'], closed: 0 },
    ];
    for (const order of [swap, [...swap].reverse()]) {
      expect(
        workItem({ action: 'opened', labels: ['feature'] }, ...order),
      ).toEqual(expect.not.objectContaining({ dropped: true }));
    }
    for (const order of [script, [...script].reverse()]) {
      expect(incident(...order)).toMatchObject({ restoredAt: CREATED });
    }
  });
});

describe('events of an issue', () => {
  it('add up to the same in whatever order they come', () => {
    const labels = fc.subarray([
      'incident',
      'outage',
      'sev1',
      'sev2',
      'alert',
      'bug',
      'feature',
    ]);
    const event: fc.Arbitrary<Happened> = fc
      .record({
        action: fc.constantFrom(
          'opened',
          'closed',
          'reopened',
          'labeled',
          'unlabeled',
          'edited',
          'deleted',
        ),
        hour: fc.nat(5),
        labels,
        label: fc.constantFrom('incident', 'sev1', 'alert', 'bug'),
        reason: fc.constantFrom('completed', 'not_planned'),
      })
      .map(happened => ({
        ...happened,
        ...(['closed', 'deleted'].includes(happened.action) && {
          closed: happened.hour,
        }),
      }));
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 6 }).chain(events =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray([...events, ...events], {
              minLength: events.length * 2,
            }),
          ),
        ),
        ([events, shuffled]) => {
          expect(incident(...shuffled)).toEqual(incident(...events));
          expect(workItem(...shuffled)).toEqual(workItem(...events));
        },
      ),
      { numRuns: 100 },
    );
  });
});
