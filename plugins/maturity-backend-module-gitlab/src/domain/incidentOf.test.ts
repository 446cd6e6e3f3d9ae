import {
  type IncidentFields,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { mapped, RECEIVED_AT, statements } from '../__testUtils__/delivery';
import { incident, issue, label } from '../__testUtils__/issues';
import { HOST, project, user } from '../__testUtils__/payloads';

const at = (time: string) => Date.parse(`2026-11-20T${time}Z`);
const KEY = `${HOST}/issues/301`;
const alertBot = { id: 4, name: 'GitLab Alert Bot', username: 'alert-bot' };

/** What is said of an incident, but for what an open one takes back. */
function said(payload: object, settings = {}) {
  const found = statements('incident', payload, settings).filter(
    ({ fields }) => Object.keys(fields).length > 0,
  );
  expect(found).toHaveLength(1);
  return found[0];
}

describe('incidents', () => {
  it('are opened', () => {
    const common = {
      kind: 'incident',
      key: KEY,
      rank: StatementRank.Started,
    };
    expect(statements('incident', incident())).toEqual([
      {
        ...common,
        occurredAt: at('06:00:00') - 1,
        fields: {},
        clears: ['restoredAt'],
      },
      {
        ...common,
        occurredAt: at('06:00:00'),
        fields: {
          title: 'Refunds fail',
          severity: 'major',
          detectedAt: at('06:00:00'),
          url: `${project.web_url}/-/issues/incident/23`,
        },
      },
    ]);
  });

  it('never say when the impact began', () => {
    for (const state of ['opened', 'closed']) {
      expect(said(incident({ state })).fields).not.toHaveProperty('startedAt');
    }
  });

  it.each<[string | null, IncidentFields['severity']]>([
    ['critical', 'critical'],
    ['high', 'major'],
    ['medium', 'minor'],
    ['low', 'minor'],
    ['unknown', undefined],
    [null, undefined],
  ])('of severity %s', (severity, expected) => {
    const { fields, clears = [] } = said(incident({ severity }));
    expect(fields.severity).toBe(expected);
    expect(clears.includes('severity')).toBe(expected === undefined);
  });

  it('are restored when they are closed, and not when they are edited later', () => {
    const closed = { state: 'closed', closed_at: '2026-11-20 06:50:00 UTC' };
    for (const edits of [
      { action: 'close', updated_at: '2026-11-20 06:50:00 UTC' },
      { action: 'update', updated_at: '2026-11-21 08:00:00 UTC' },
    ]) {
      const { fields, clears } = said(incident({ ...closed, ...edits }));
      expect(fields.restoredAt).toBe(at('06:50:00'));
      expect(clears).toBeUndefined();
    }
  });

  it('without closed_at are restored by the event of the closing alone', () => {
    const closed = { state: 'closed', updated_at: '2026-11-20 06:50:00 UTC' };
    expect(
      said(incident({ ...closed, action: 'close' })).fields.restoredAt,
    ).toBe(at('06:50:00'));
    expect(
      said(incident({ ...closed, action: 'update' })).fields,
    ).not.toHaveProperty('restoredAt');
  });

  it('are not restored any more where they were reopened', () => {
    const [back] = statements(
      'incident',
      incident({ action: 'reopen', updated_at: '2026-11-20 07:00:00 UTC' }),
    );
    expect(back).toMatchObject({
      occurredAt: at('07:00:00') - 1,
      clears: ['restoredAt'],
    });
  });

  it('are restored where they were edited and closed in one second', () => {
    const second = { updated_at: '2026-11-20 06:50:00 UTC' };
    const [back] = statements(
      'incident',
      incident({ ...second, action: 'update' }),
    );
    const closing = said(
      incident({ ...second, state: 'closed', action: 'close' }),
    );
    expect(back.clears).toEqual(['restoredAt']);
    expect(back.occurredAt).toBeLessThan(closing.occurredAt);
  });

  it('are not restored by a status that reopening leaves as it is', () => {
    const resolved = incident(
      { action: 'update', escalation_status: 'resolved' },
      {
        changes: {
          escalation_status: { previous: 'triggered', current: 'resolved' },
        },
      },
    );
    expect(said(resolved).fields).not.toHaveProperty('restoredAt');
  });

  it('are acknowledged by the event that changes the status', () => {
    const status = { previous: 'triggered', current: 'acknowledged' };
    const edits = {
      action: 'update',
      escalation_status: 'acknowledged',
      updated_at: '2026-11-20 06:03:00 UTC',
    };
    const ackOf = (changes: object) =>
      said(incident(edits, { changes })).fields.acknowledgedAt;
    expect(
      ackOf({ escalation_status: status, updated_at: { current: 'x' } }),
    ).toBe(at('06:03:00'));
    // The issue itself was not changed: its time is that of an earlier change.
    expect(ackOf({ escalation_status: status })).toBe(RECEIVED_AT);
    expect(ackOf({})).toBeUndefined();
    expect(
      ackOf({ escalation_status: { current: 'triggered' } }),
    ).toBeUndefined();
  });

  it.each<[string, IncidentFields['detectedBy'], object, object]>([
    [
      'the Alert Bot opened it',
      'monitoring',
      incident({}, { user: alertBot }),
      {},
    ],
    [
      'the Alert Bot closed it',
      undefined,
      incident(
        { author_id: 9, state: 'closed', action: 'close' },
        { user: alertBot },
      ),
      {},
    ],
    ['a person opened it', undefined, incident(), {}],
    [
      'a configured label says so',
      'monitoring',
      incident({ labels: [label('Prometheus')] }),
      { detectorLabels: { monitoring: ['prometheus'] } },
    ],
    [
      'a label says so that is not configured',
      undefined,
      incident({ labels: [label('Prometheus')] }),
      {},
    ],
    [
      'somebody calls himself a bot',
      undefined,
      incident({}, { user: { ...user, username: 'alert-bot-of-john' } }),
      {},
    ],
    ['nobody is named', undefined, incident({}, { user: null }), {}],
  ])(
    'were detected by monitoring where %s',
    (_, expected, payload, settings) => {
      expect(said(payload, settings).fields.detectedBy).toBe(expected);
    },
  );

  it.each([
    ['of the type Incident', incident(), true],
    ['of an issue with the label', issue({ labels: [label('OUTAGE')] }), true],
    [
      'of an issue with the label beside it',
      issue({ labels: null }, { labels: [label('outage')] }),
      true,
    ],
    [
      'of an issue with another label',
      issue({ labels: [label('outages')] }),
      false,
    ],
    ['of a plain issue', issue(), false],
    ['of a task', incident({ type: 'Task' }, {}), false],
    [
      'of a type not told that can be escalated',
      incident({ type: undefined }, { object_kind: 'issue' }),
      true,
    ],
    [
      'of a type not told that cannot',
      issue({ type: undefined, severity: 'high' }),
      false,
    ],
  ])('are made %s', (_, payload, expected) => {
    const found = statements('incident', payload, {
      incidentLabels: ['Outage'],
    });
    expect(found.length > 0).toBe(expected);
  });

  it.each([
    [incident({ confidential: true })],
    [incident({}, { event_type: 'confidential_issue' })],
  ])('that only some may see keep their title for themselves', payload => {
    const { fields, clears } = said(payload);
    expect(fields).not.toHaveProperty('title');
    expect(clears).toContain('title');
    const { contents: _, ...event } = mapped(payload);
    expect(JSON.stringify(event)).not.toContain('Refunds');
  });

  it.each<[string, IncidentFields['severity'], object]>([
    [
      'the graver label',
      'critical',
      issue({ labels: ['outage', 's3', 's1'].map(label) }),
    ],
    [
      'GitLab, and not by a label',
      'major',
      incident({ labels: [label('s1')] }),
    ],
    ['nothing', undefined, issue({ labels: [label('outage')] })],
  ])('are graded by %s', (_, expected, payload) => {
    const settings = {
      incidentLabels: ['outage'],
      severityLabels: { critical: ['S1'], minor: ['S3'] },
    };
    expect(said(payload, settings).fields.severity).toBe(expected);
  });

  it('were noticed by nobody known where labels contradict each other', () => {
    const settings = {
      detectorLabels: { monitoring: ['alert'], user: ['complaint'] },
    };
    const detected = (...titles: string[]) =>
      said(incident({ labels: titles.map(label) }), settings).fields.detectedBy;
    expect(detected('complaint')).toBe('user');
    expect(detected('complaint', 'alert')).toBeUndefined();
  });

  it('take the detector back with its label, and no other', () => {
    const settings = { detectorLabels: { monitoring: ['alert'] } };
    const clearsOf = (previous: string) =>
      said(
        incident(
          { action: 'update' },
          { changes: { labels: { previous: [label(previous)], current: [] } } },
        ),
        settings,
      ).clears;
    expect(clearsOf('alert')).toEqual(['detectedBy']);
    expect(clearsOf('later')).toBeUndefined();
  });

  it('end with their label, unless they had ended', () => {
    const settings = { incidentLabels: ['outage'] };
    const lost = { changes: { labels: { previous: [label('Outage')] } } };
    const updated = { updated_at: '2026-11-20 09:00:00 UTC', labels: [] };
    expect(said(issue(updated, lost), settings)).toMatchObject({
      occurredAt: at('09:00:00') - 2,
      fields: { restoredAt: at('09:00:00') },
    });
    const closed = {
      ...updated,
      state: 'closed',
      closed_at: '2026-11-20 08:00:00 UTC',
    };
    expect(said(issue(closed, lost), settings).fields.restoredAt).toBe(
      at('08:00:00'),
    );
    expect(statements('incident', issue(updated), settings)).toEqual([]);
  });
});
