import {
  buildCdevent,
  type CdeventData,
  sampleNames,
} from '../../__testUtils__/buildCdevent';
import {
  mapEvent,
  mappedSample,
  statementOf,
} from '../../__testUtils__/mapEvent';
import { CDEVENTS_PREDICATES, CUSTOM_TYPES } from './eventType';

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
    'incident.detected': 'incident',
    'incident.reported': 'incident',
    'incident.resolved': 'incident',
    'ticket.created': 'work-item',
    'ticket.updated': 'work-item',
    'ticket.closed': 'work-item',
    'alert.fired': 'alert',
    'alert.acknowledged': 'alert',
    'alert.resolved': 'alert',
    'measure.recorded': 'measure',
    ...Object.fromEntries(
      CUSTOM_TYPES['scorecards-incident'].predicates.map(predicate => [
        `incident.${predicate}`,
        'incident',
      ]),
    ),
    ...Object.fromEntries(
      CUSTOM_TYPES['scorecards-workitem'].predicates.map(predicate => [
        `workitem.${predicate}`,
        'work-item',
      ]),
    ),
  };

  it.each(
    sampleNames.flatMap(name => [
      { name, series: '0.4' as const },
      { name, series: '0.5' as const },
    ]),
  )('is read: $name of $series', ({ name, series }) => {
    const event = mappedSample({ name, series });
    expect([...new Set(event.statements.map(({ kind }) => kind))]).toEqual(
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
        mappedSample({ name, series }),
      );
      expect(old.statements).toEqual(current.statements);
      expect(old.aliases).toEqual(current.aliases);
    }
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
    expect(mappedSample({ name }).aliases[0]).toEqual(alias);
  });

  it.each([
    ['component:default/Payments', 'component:default/payments'],
    ['Component:payments', 'component:default/payments'],
    ['', undefined],
  ])('reads the entityref %p as %p', (entityref, expected) => {
    expect(
      mappedSample({ name: 'service.deployed' }, { entityref }).entityRef,
    ).toBe(expected);
  });

  it.each(['payments', 'component:', 'a:b:c/d', 'component:a/b/c'])(
    'refuses the entityref %p',
    entityref => {
      expect(
        mapEvent(buildCdevent({ name: 'service.deployed' }), { entityref }),
      ).toMatchObject({ ok: false, refusal: { code: 400 } });
    },
  );

  it.each([
    [true, true],
    ['true', true],
    ['false', undefined],
    [undefined, undefined],
  ])('reads generated %p', (generated, expected) => {
    expect(
      mappedSample({ name: 'service.deployed' }, { generated }).generated,
    ).toBe(expected);
  });
});

describe('times', () => {
  it('takes epoch milliseconds in a string, as some producers send', () => {
    const data = buildCdevent({
      name: 'service.deployed',
      timestamp: '1744617508663',
    });
    expect(mapEvent(data)).toMatchObject({
      ok: true,
      value: { occurredAt: 1744617508663 },
    });
  });

  it('takes draft versions of a type', () => {
    const data = buildCdevent({ name: 'service.deployed' });
    data.context.type = 'dev.cdevents.service.deployed.0.4.0-draft';
    expect(mapEvent(data).ok).toBe(true);
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
    expect(
      mapEvent(data, name.startsWith('service') ? extensions : {}),
    ).toEqual({
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
    expect(mapEvent(data, { [attribute]: value })).toMatchObject({
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
    expect(mapEvent(event, { data, datacontenttype })).toMatchObject({
      ok: false,
      refusal: { code: 400, message: expect.stringContaining(message) },
    });
  });

  it('wants the subject type of 0.4', () => {
    const data = buildCdevent({ name: 'service.deployed', series: '0.4' });
    data.subject.type = 'pipelineRun';
    expect(mapEvent(data)).toMatchObject({
      refusal: { message: expect.stringContaining('subject.type') },
    });
  });

  it('ignores the customData of others', () => {
    const customData = { team: 'x', severity: 3, execution: null, branch: '' };
    expect(
      statementOf({ name: 'service.deployed', customData }).fields,
    ).toEqual(expect.not.objectContaining({ execution: expect.anything() }));
  });
});
