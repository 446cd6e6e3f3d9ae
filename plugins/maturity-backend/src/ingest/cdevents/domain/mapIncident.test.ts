import type { Statement } from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import { foldFact } from '../../../facts/domain/foldFact';
import type { BuildOptions } from '../../__testUtils__/buildCdevent';
import { conformanceSamples } from '../../__testUtils__/conformanceSamples';
import {
  mapEvent,
  mappedSample,
  refusalOf,
} from '../../__testUtils__/mapEvent';

const T = Date.parse('2026-11-02T02:00:00Z');
const MINUTE = 60_000;

function statements(options: BuildOptions) {
  return mappedSample(options).statements as Statement<'incident'>[];
}

/** The incident that all the events together tell of. */
function fold(...events: BuildOptions[]) {
  return foldFact(
    'incident',
    events.flatMap((options, index) =>
      statements({ source: '/oncall', subjectId: 'INC-1', ...options }).map(
        (statement, position) => ({
          statement,
          eventKey: `${index}`,
          position,
        }),
      ),
    ),
  );
}

const at = (minute: number) => new Date(T + minute * MINUTE).toISOString();

describe('incidents of CDEvents', () => {
  it('were detected, which says neither since when nor by whom', () => {
    const [statement] = statements({
      name: 'incident.detected',
      customData: {},
    });
    expect(statement).toEqual({
      kind: 'incident',
      key: '/monitoring/east INC-31',
      rank: 1,
      occurredAt: T,
      fields: {
        title: 'Checkout answers slower than 2 s',
        detectedAt: T,
        artifact: expect.stringContaining('sha256:7d86'),
        environment: 'production',
      },
    });
  });

  it('say more in customData', () => {
    const customData = {
      detectedBy: 'Inspection',
      severity: 'high',
      impact: 'outage',
      cause: 'hardware',
      startedAt: '2026-11-02T01:00:00.123456789Z',
      alertKey: 'disk',
      deployment: { id: 'd-1', source: '/cd' },
      metric: 'responseTime',
    };
    expect(
      statements({ name: 'incident.detected', customData })[0].fields,
    ).toMatchObject({
      detectedBy: 'inspection',
      severity: 'major',
      impact: 'outage',
      cause: 'hardware',
      startedAt: T - 60 * MINUTE + 123,
      detectedAt: T,
      alertKey: 'disk',
      deployment: '/cd d-1',
    });
  });

  it('were fixed by the artifact of resolved, which is not the faulty one', () => {
    const [statement, ...more] = statements({ name: 'incident.resolved' });
    expect(more).toEqual([]);
    expect(statement.fields).toEqual({
      restoredAt: T,
      environment: 'production',
    });
    const { fields } = fold(
      { name: 'incident.detected' },
      { name: 'incident.resolved', timestamp: at(9) },
    );
    expect(fields).toMatchObject({
      title: 'Checkout answers slower than 2 s',
      artifact: expect.stringContaining('sha256:7d86'),
      restoredAt: T + 9 * MINUTE,
    });
  });

  it('were reported by a person, where nothing says who noticed first', () => {
    const reported = { name: 'incident.reported', timestamp: at(5) };
    expect(fold(reported).fields).toMatchObject({
      detectedAt: T + 5 * MINUTE,
      detectedBy: 'user',
      url: 'https://tickets.example.com/INC-31',
    });
    expect(
      fold({ ...reported, customData: { detectedBy: 'regulator' } }).fields,
    ).toMatchObject({ detectedBy: 'regulator' });
    const customData = { detectedBy: 'monitoring' };
    for (const detected of [at(0), at(9)]) {
      expect(
        fold(
          { name: 'incident.detected', timestamp: detected, customData },
          reported,
        ).fields,
      ).toMatchObject({
        detectedAt: Date.parse(detected),
        detectedBy: 'monitoring',
      });
    }
  });

  it('are taken as CDEvents publishes them', () => {
    const samples = conformanceSamples().filter(({ context }) =>
      /\.(incident|ticket)\./.test(context.type),
    );
    for (const sample of samples) {
      expect(mapEvent(sample).ok).toBe(true);
    }
  });
});

describe('our own incident events', () => {
  it.each([
    ['incident.opened', { detectedAt: T }],
    ['incident.updated', {}],
    ['incident.acknowledged', { acknowledgedAt: T }],
    ['incident.restored', { restoredAt: T }],
    ['incident.reopened', {}],
    ['incident.reviewed', { reviewedAt: T }],
  ])('%s fills its own time, unless it says another', (name, fields) => {
    const [statement] = statements({ name, content: {} });
    expect(statement).toMatchObject({ key: '/oncall INC-32', rank: 1 });
    expect(statement.fields).toEqual(fields);
    const content = Object.fromEntries(
      Object.keys(fields).map(field => [field, at(-7)]),
    );
    expect(statements({ name, content })[0].fields).toEqual(
      Object.fromEntries(
        Object.keys(fields).map(field => [field, T - 7 * MINUTE]),
      ),
    );
  });

  it('carry every field', () => {
    const content = {
      title: 'Refunds fail\nand more',
      severity: 'critical',
      impact: 'degraded',
      startedAt: at(-9),
      detectedAt: at(-8),
      detectedBy: 'regulator',
      acknowledgedAt: at(-7),
      restoredAt: at(-1),
      cause: 'dependency',
      deployment: '145988746',
      artifactId: 'pkg:oci/a',
      environment: 'production',
      alertKey: 'refund-errors',
      scheduled: true,
      repeatOf: 'INC-7',
      reviewedAt: at(0),
      url: 'https://oncall.example.com/INC-32',
      another: 'left alone',
      impactOf: null,
    };
    const [{ fields }] = statements({ name: 'incident.updated', content });
    expect(fields).toEqual({
      title: 'Refunds fail',
      severity: 'critical',
      impact: 'degraded',
      startedAt: T - 9 * MINUTE,
      detectedAt: T - 8 * MINUTE,
      detectedBy: 'regulator',
      acknowledgedAt: T - 7 * MINUTE,
      restoredAt: T - MINUTE,
      cause: 'dependency',
      deployment: '145988746',
      artifact: 'pkg:oci/a',
      environment: 'production',
      alertKey: 'refund-errors',
      scheduled: true,
      repeatOf: '/oncall INC-7',
      reviewedAt: T,
      url: 'https://oncall.example.com/INC-32',
    });
  });

  it.each([
    ['INC-7', '/oncall INC-7'],
    ['/other INC-7', '/other INC-7'],
    [{ id: 'INC-7' }, '/oncall INC-7'],
    [{ id: 'INC-7', source: '/other' }, '/other INC-7'],
  ])('read the reference %j', (repeatOf, key) => {
    const [{ fields }] = statements({
      name: 'incident.reviewed',
      content: { repeatOf },
    });
    expect(fields.repeatOf).toBe(key);
  });

  it('open again what was restored, until it is restored again', () => {
    const restored = { name: 'incident.restored', content: {} };
    const reopened = { name: 'incident.reopened', content: {} };
    const story = [
      { name: 'incident.opened', timestamp: at(0) },
      { ...restored, timestamp: at(10) },
      { ...reopened, timestamp: at(20) },
    ];
    expect(fold(...story).open).toBe(true);
    expect(fold(...story).fields).not.toHaveProperty('restoredAt');
    const again = fold(...story, { ...restored, timestamp: at(30) });
    expect(again).toMatchObject({
      open: false,
      fields: { restoredAt: T + 30 * MINUTE },
    });
  });

  it('tell the same story in any order and however often', () => {
    const story = [
      { name: 'incident.detected', timestamp: at(1) },
      { name: 'incident.reported', timestamp: at(2) },
      { name: 'incident.acknowledged', timestamp: at(3) },
      { name: 'incident.restored', timestamp: at(4) },
      { name: 'incident.reopened', timestamp: at(5) },
      { name: 'incident.updated', timestamp: at(6) },
      { name: 'incident.restored', timestamp: at(7) },
      { name: 'incident.reviewed', timestamp: at(8) },
    ].map((options, index) =>
      statements({ ...options, source: '/oncall', subjectId: 'INC-1' }).map(
        (statement, position) => ({
          statement,
          eventKey: `${index}`,
          position,
        }),
      ),
    );
    const expected = foldFact('incident', story.flat());
    expect(expected.fields).toMatchObject({
      detectedBy: 'monitoring',
      restoredAt: T + 7 * MINUTE,
      severity: 'major',
    });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...story), { maxLength: 6 }).chain(more =>
          fc.shuffledSubarray([...story, ...more], {
            minLength: story.length + more.length,
          }),
        ),
        shuffled => {
          expect(foldFact('incident', shuffled.flat())).toEqual(expected);
        },
      ),
    );
  });

  it('keep what two events together make impossible, each being possible', () => {
    expect(
      fold(
        { name: 'incident.opened', content: { startedAt: at(20) } },
        { name: 'incident.restored', timestamp: at(10) },
      ).fields,
    ).toMatchObject({
      startedAt: T + 20 * MINUTE,
      restoredAt: T + 10 * MINUTE,
    });
  });
});

describe('bad incidents', () => {
  const CONTENT = 'data.subject.content';
  it.each<[string, Partial<BuildOptions>, string]>([
    ['opened', { content: { severity: 'fatal' } }, `${CONTENT}.severity`],
    ['opened', { content: { severity: 1 } }, `${CONTENT}.severity`],
    ['opened', { content: { impact: 'huge' } }, `${CONTENT}.impact`],
    ['opened', { content: { detectedBy: 'luck' } }, `${CONTENT}.detectedBy`],
    ['opened', { content: { cause: 'dog' } }, `${CONTENT}.cause`],
    ['opened', { content: { startedAt: 'noon' } }, `${CONTENT}.startedAt`],
    ['opened', { content: { startedAt: true } }, `${CONTENT}.startedAt`],
    ['opened', { content: { environment: 5 } }, `${CONTENT}.environment`],
    ['opened', { content: { deployment: [] } }, `${CONTENT}.deployment`],
    ['opened', { content: { scheduled: 'no' } }, `${CONTENT}.scheduled`],
    ['reopened', { content: { restoredAt: at(0) } }, 'is not restored'],
    [
      'restored',
      { content: { startedAt: at(3) } },
      `data.context.timestamp (restoredAt) is 2026-11-02T02:00:00.000Z, before ${CONTENT}.startedAt, 2026-11-02T02:03:00.000Z`,
    ],
    [
      'updated',
      { content: { startedAt: at(-1), restoredAt: at(-2) } },
      `${CONTENT}.restoredAt is 2026-11-02T01:58:00.000Z, before ${CONTENT}.startedAt`,
    ],
    [
      'resolved',
      { customData: { startedAt: at(1) } },
      'before data.customData.startedAt',
    ],
    [
      'detected',
      { customData: { detectedBy: 'luck' } },
      'data.customData.detectedBy cannot be read',
    ],
    [
      'detected',
      { customData: { severity: 'P1' } },
      'must be critical, major or minor',
    ],
    [
      'restored',
      { content: { restoredAt: '0001-01-01T00:00:00Z' } },
      'before 1970',
    ],
  ])('%s %j is refused', (predicate, more, message) => {
    expect(refusalOf({ name: `incident.${predicate}`, ...more })).toEqual({
      code: 400,
      message: expect.stringContaining(message),
    });
  });
});
