import type { MappedEvent } from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import { foldFact } from '../../../facts/domain/foldFact';
import { parseDelivery } from '../../cloudevents/domain/parseDelivery';
import {
  buildCdevent,
  type BuildOptions,
  type CdeventData,
  sampleNames,
  structured,
} from '../../__testUtils__/buildCdevent';
import { mappingContext } from '../../__testUtils__/mappingContext';
import { CDEVENTS_PREDICATES, CUSTOM_TYPES } from './eventType';
import { mapCloudEvent } from './mapCloudEvent';

const T = Date.UTC(2026, 10, 2, 2);

function map(data: CdeventData, extensions?: Record<string, unknown>) {
  const { headers, body } = structured(data, extensions);
  const delivery = parseDelivery(
    { headers, body: new TextEncoder().encode(body) },
    { maxBatch: 1, maxDepth: 20 },
  );
  if (!delivery.ok || !delivery.value.items[0].received.ok) {
    throw new Error(JSON.stringify(delivery));
  }
  return mapCloudEvent(
    delivery.value.items[0].received.value.event,
    mappingContext,
  );
}

function mapped(
  options: BuildOptions,
  extensions?: Record<string, unknown>,
): MappedEvent {
  const result = map(buildCdevent(options), extensions);
  if (!result.ok) {
    throw new Error(result.refusal.message);
  }
  return result.value;
}

function statement(options: BuildOptions) {
  const { statements } = mapped(options);
  expect(statements).toHaveLength(1);
  return statements[0];
}

describe('every type', () => {
  it('has a sample', () => {
    const types = Object.entries(CDEVENTS_PREDICATES).flatMap(
      ([subject, predicates]) =>
        predicates.map(predicate => `${subject}.${predicate}`),
    );
    const custom = Object.values(CUSTOM_TYPES).flatMap(
      ({ subject, predicates }) =>
        predicates.map(predicate => `${subject}.${predicate}`),
    );
    expect([...sampleNames].sort()).toEqual([...types, ...custom].sort());
    expect(Object.keys(CDEVENTS_PREDICATES)).toHaveLength(14);
  });

  const kinds: Record<string, string> = {
    'pipelinerun.queued': 'run',
    'pipelinerun.started': 'run',
    'pipelinerun.finished': 'run',
    'service.deployed': 'deployment',
    'service.upgraded': 'deployment',
    'service.rolledback': 'deployment',
    'service.deployfailed': 'deployment',
    'change.created': 'change',
    'change.updated': 'change',
    'change.reviewed': 'change',
    'change.merged': 'change',
    'change.abandoned': 'change',
  };

  it.each(
    sampleNames.flatMap(name => [
      { name, series: '0.4' as const },
      { name, series: '0.5' as const },
    ]),
  )('is read: $name of $series', ({ name, series }) => {
    const event = mapped({ name, series });
    expect(event.statements.map(({ kind }) => kind)).toEqual(
      kinds[name] ? [kinds[name]] : [],
    );
    expect(event.aliases.at(-1)).toEqual({
      scheme: 'event-source',
      value: event.eventSource,
    });
  });

  it('says the same in both versions of the envelope', () => {
    for (const name of sampleNames) {
      const [old, current] = (['0.4', '0.5'] as const).map(series =>
        mapped({ name, series }),
      );
      expect(old.statements).toEqual(current.statements);
      expect(old.aliases).toEqual(current.aliases);
    }
  });
});

describe('runs', () => {
  const common = {
    pipeline: 'payments-main',
    branch: 'main',
    trunk: true,
    commit: '4f5c1b0d6f0f1c6c2f7f0c6ba1b1e8d0a9c3e7f2',
    commitAt: Date.parse('2026-11-02T01:50:12Z'),
    trigger: 'push',
    url: 'https://ci.example.com/payments-main/812',
  };

  it.each([
    ['pipelinerun.queued', 0, { queuedAt: T }],
    ['pipelinerun.started', 1, { startedAt: T }],
    ['pipelinerun.finished', 2, { finishedAt: T, outcome: 'success' }],
  ])('%s', (name, rank, fields) => {
    expect(statement({ name })).toEqual({
      kind: 'run',
      key: '/ci/jenkins payments-main-812',
      rank,
      occurredAt: T,
      fields: { ...common, ...fields },
    });
  });

  it.each([
    ['success', 'success'],
    ['failure', 'failure'],
    ['error', 'failure'],
    ['cancel', 'cancelled'],
    ['SUCCESS', 'success'],
    ['timed_out', 'failure'],
    ['neutral', 'skipped'],
    [undefined, undefined],
  ])('reads the outcome %p as %p', (outcome, expected) => {
    const content = { pipelineName: 'p', outcome };
    expect(
      statement({ name: 'pipelinerun.finished', content }).fields,
    ).toMatchObject(expected ? { outcome: expected } : { finishedAt: T });
  });

  it('keeps attempts, jobs and sources apart', () => {
    const key = (options: Partial<BuildOptions>) =>
      statement({ name: 'pipelinerun.started', ...options }).key;
    expect(key({ customData: { attempt: 1 } })).toBe(key({ customData: {} }));
    expect(key({ customData: { attempt: 2 } })).toBe(
      '/ci/jenkins payments-main-812#2',
    );
    expect(key({ source: '/ci/other' })).not.toBe(key({}));
  });

  it('folds to the same run in any order and however often', () => {
    const statements = [
      'pipelinerun.queued',
      'pipelinerun.started',
      'pipelinerun.finished',
    ].map((name, minute) => ({
      statement: statement({
        name,
        timestamp: `2026-11-02T02:0${minute}:00Z`,
      }) as ReturnType<typeof statement> & { kind: 'run' },
      eventKey: name,
      position: 0,
    }));
    const expected = foldFact('run', statements);
    expect(expected.fields).toMatchObject({
      queuedAt: T,
      startedAt: T + 60_000,
      finishedAt: T + 120_000,
      outcome: 'success',
    });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...statements), { maxLength: 6 }).chain(more =>
          fc.shuffledSubarray([...statements, ...more], {
            minLength: 3 + more.length,
          }),
        ),
        shuffled => {
          expect(foldFact('run', shuffled)).toEqual(expected);
        },
      ),
    );
  });
});

describe('deployments', () => {
  it('carries what was deployed where, by whom', () => {
    expect(statement({ name: 'service.deployed', id: 'd-1' })).toEqual({
      kind: 'deployment',
      key: '/cd/argo d-1',
      rank: 2,
      occurredAt: T,
      fields: {
        environment: 'production',
        tier: 'production',
        service: 'payments',
        commit: '4f5c1b0d6f0f1c6c2f7f0c6ba1b1e8d0a9c3e7f2',
        artifact: expect.stringMatching(/^pkg:oci\/payments@/),
        execution: 'pipeline',
        startedBy: 'machine',
        purpose: 'planned',
        run: '/ci/jenkins payments-main-812',
        finishedAt: T,
        outcome: 'success',
      },
    });
  });

  it.each([
    ['service.deployed', { outcome: 'success' }],
    ['service.upgraded', { outcome: 'success' }],
    ['service.rolledback', { outcome: 'success', purpose: 'rollback' }],
    ['service.deployfailed', { outcome: 'failure' }],
  ])('%s', (name, fields) => {
    expect(statement({ name }).fields).toMatchObject(fields);
  });

  it('leaves unsaid what is not known', () => {
    const content = { environment: { id: 'moon' } };
    expect(
      statement({ name: 'service.deployed', content, customData: {} }).fields,
    ).toEqual({
      environment: 'moon',
      service: 'payments',
      finishedAt: T,
      outcome: 'success',
    });
  });

  it('takes a link to a run for an execution by a pipeline', () => {
    const customData = { pipelineRun: { id: '7' } };
    expect(
      statement({ name: 'service.deployed', customData }).fields,
    ).toMatchObject({ execution: 'pipeline', run: '/cd/argo 7' });
    expect(
      statement({
        name: 'service.deployed',
        customData: { ...customData, execution: 'manual' },
      }).fields,
    ).toMatchObject({ execution: 'manual' });
  });
});

describe('changes', () => {
  const common = { form: 'request', targetBranch: 'main', trunk: true };

  it.each([
    [
      'change.created',
      1,
      {
        title: 'Pay a refund once',
        createdAt: T,
        headSha: '9b1deb4d3b7d4bad9bdd2b0d7b3dcb6d2f8a1c11',
        firstCommitAt: Date.parse('2026-11-01T03:10:00Z'),
      },
    ],
    [
      'change.updated',
      1,
      { headSha: '1c6fd4e9a3f84b2d9d3cb0f5f7a9e2b4c8d60a55' },
    ],
    ['change.reviewed', 1, {}],
    [
      'change.merged',
      2,
      {
        mergedAt: T,
        closedAt: T,
        mergeSha: '4f5c1b0d6f0f1c6c2f7f0c6ba1b1e8d0a9c3e7f2',
      },
    ],
    ['change.abandoned', 2, { closedAt: T }],
  ])('%s', (name, rank, fields) => {
    expect(statement({ name })).toEqual({
      kind: 'change',
      key: '/git/shop/payments 512',
      rank,
      occurredAt: T,
      fields: { ...common, ...fields },
    });
  });
});

describe('names', () => {
  it.each([
    ['service.deployed', { scheme: 'service', value: 'payments' }],
    ['incident.detected', { scheme: 'service', value: 'payments' }],
    ['pipelinerun.started', { scheme: 'pipeline', value: 'payments-main' }],
    [
      'change.created',
      { scheme: 'repository', value: 'git.example.com/shop/payments' },
    ],
    [
      'repository.created',
      { scheme: 'repository', value: 'git.example.com/shop/payments' },
    ],
  ])('%s names its %j', (name, alias) => {
    expect(mapped({ name }).aliases[0]).toEqual(alias);
  });

  it.each([
    ['component:default/Payments', 'component:default/payments'],
    ['Component:payments', 'component:default/payments'],
    ['', undefined],
  ])('reads the entityref %p as %p', (entityref, expected) => {
    expect(mapped({ name: 'service.deployed' }, { entityref }).entityRef).toBe(
      expected,
    );
  });

  it.each(['payments', 'component:', 'a:b:c/d', 'component:a/b/c'])(
    'refuses the entityref %p',
    entityref => {
      expect(
        map(buildCdevent({ name: 'service.deployed' }), { entityref }),
      ).toMatchObject({ ok: false, refusal: { code: 400 } });
    },
  );

  it.each([
    [true, true],
    ['true', true],
    ['false', undefined],
    [undefined, undefined],
  ])('reads generated %p', (generated, expected) => {
    expect(mapped({ name: 'service.deployed' }, { generated }).generated).toBe(
      expected,
    );
  });
});

describe('times', () => {
  it('takes epoch milliseconds in a string, as some producers send', () => {
    const data = buildCdevent({
      name: 'service.deployed',
      timestamp: '1744617508663',
    });
    expect(map(data)).toMatchObject({
      ok: true,
      value: { occurredAt: 1744617508663 },
    });
  });

  it('takes draft versions of a type', () => {
    const data = buildCdevent({ name: 'service.deployed' });
    data.context.type = 'dev.cdevents.service.deployed.0.4.0-draft';
    expect(map(data).ok).toBe(true);
  });
});

describe('bad events', () => {
  const cases: [string, string, (data: CdeventData) => void, number, string][] =
    [
      [
        'an unknown type',
        'service.deployed',
        data => {
          data.context.type = 'com.example.deployed';
        },
        422,
        'dev.cdeventsx.scorecards-service.deployfailed',
      ],
      [
        'an unknown predicate',
        'service.deployed',
        data => {
          data.context.type = 'dev.cdevents.service.exploded.0.1.0';
        },
        422,
        'Predicates of service: deployed',
      ],
      [
        'a type of the prototype',
        'service.deployed',
        data => {
          data.context.type = 'dev.cdevents.constructor.name.0.1.0';
        },
        422,
        'is not known',
      ],
      [
        'a misspelt custom type',
        'service.deployfailed',
        data => {
          data.context.type = 'dev.cdeventsx.scorecards-service.failed.0.1.0';
        },
        422,
        'deployfailed',
      ],
      [
        'no version',
        'service.deployed',
        data => {
          delete data.context.specversion;
        },
        400,
        'data.context.specversion is missing',
      ],
      [
        'an old version',
        'service.deployed',
        data => {
          delete data.context.specversion;
          data.context.version = '0.3.0';
        },
        422,
        '0.4',
      ],
      [
        'a later version',
        'service.deployed',
        data => {
          data.context.specversion = '1.0.0';
        },
        422,
        '0.5',
      ],
      [
        'no context',
        'service.deployed',
        data => {
          Object.assign(data, { context: 'none' });
        },
        400,
        'specversion is missing',
      ],
      [
        'no subject id',
        'service.deployed',
        data => {
          delete data.subject.id;
        },
        400,
        'data.subject.id is missing',
      ],
      [
        'no timestamp',
        'service.deployed',
        data => {
          delete data.context.timestamp;
        },
        400,
        'data.context.timestamp',
      ],
      [
        'content that is no object',
        'service.deployed',
        data => {
          data.subject.content = [];
        },
        400,
        'content must be an object',
      ],
      [
        'no environment',
        'service.deployed',
        data => {
          data.subject.content = {};
        },
        400,
        'environment.id is missing',
      ],
      [
        'a failed deployment that succeeded',
        'service.deployfailed',
        data => {
          data.customData = { outcome: 'success' };
        },
        400,
        'outcome',
      ],
      [
        'an unknown outcome',
        'pipelinerun.finished',
        data => {
          data.subject.content.outcome = 'great';
        },
        400,
        'outcome must be success',
      ],
      ...(
        [
          ['execution', 'by hand'],
          ['startedBy', 'me'],
          ['purpose', 'fun'],
          ['trunk', 'yes'],
          ['attempt', 0],
          ['attempt', 1.5],
          ['commitAt', 'noon'],
          ['outcome', 'great'],
          ['branch', 5],
          ['pipelineRun', 'x'],
        ] as [string, unknown][]
      ).map(([name, value]): (typeof cases)[number] => [
        `customData.${name} = ${JSON.stringify(value)}`,
        'service.deployed',
        data => {
          data.customData = { [name]: value };
        },
        400,
        `data.customData.${name} cannot be read`,
      ]),
    ];

  it.each(cases)('%s is refused', (_, name, breakIt, code, message) => {
    const data = buildCdevent({ name });
    const type = data.context.type;
    breakIt(data);
    const extensions = {
      id: `${name}-1`,
      source: '/cd/argo',
      type: data.context.type ?? type,
      subject: undefined,
      time: undefined,
    };
    expect(map(data, name.startsWith('service') ? extensions : {})).toEqual({
      ok: false,
      refusal: { code, message: expect.stringContaining(message) },
    });
  });

  it.each([
    ['id', 'other'],
    ['source', '/other'],
    ['type', 'dev.cdevents.service.upgraded.0.3.0'],
    ['subject', 'other'],
    ['time', '2026-11-02T02:00:01Z'],
  ])('a %s that differs from the CDEvent is refused', (attribute, value) => {
    const data = buildCdevent({ name: 'service.deployed' });
    expect(map(data, { [attribute]: value })).toMatchObject({
      ok: false,
      refusal: { code: 400, message: expect.stringContaining('differ') },
    });
  });

  it.each([
    [undefined, 'application/json', 'whole CDEvent'],
    ['text', 'application/json', 'whole CDEvent'],
    ['<xml/>', 'text/xml', 'as JSON'],
  ])('data %p of %s is refused', (data, datacontenttype, message) => {
    const event = buildCdevent({ name: 'service.deployed' });
    expect(map(event, { data, datacontenttype })).toMatchObject({
      ok: false,
      refusal: { code: 400, message: expect.stringContaining(message) },
    });
  });

  it('wants the subject type of 0.4', () => {
    const data = buildCdevent({ name: 'service.deployed', series: '0.4' });
    data.subject.type = 'pipelineRun';
    expect(map(data)).toMatchObject({
      refusal: { message: expect.stringContaining('subject.type') },
    });
  });

  it('ignores the customData of others', () => {
    const customData = { team: 'x', severity: 3, execution: null, branch: '' };
    expect(statement({ name: 'service.deployed', customData }).fields).toEqual(
      expect.not.objectContaining({ execution: expect.anything() }),
    );
  });
});
