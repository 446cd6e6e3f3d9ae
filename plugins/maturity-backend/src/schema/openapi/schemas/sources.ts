import { TEXT_WITHOUT_NUL } from '../parameters';

const COUNT = { type: 'integer', minimum: 0 } as const;
const TIME = { $ref: '#/components/schemas/EpochMs' } as const;
const TEXT = { type: 'string' } as const;
const TEXTS = { type: 'array', items: TEXT } as const;

const NAME = { scheme: TEXT, value: TEXT } as const;

const GIVEN_NAME = {
  type: 'string',
  minLength: 1,
  maxLength: 600,
  pattern: TEXT_WITHOUT_NUL,
} as const;

const STATUS_REQUIRED = [
  'source',
  'type',
  'doors',
  'problems',
  'events',
  'unmapped',
  'conflicts',
  'refused',
  'ahead',
  'aheadMs',
  'stale',
] as const;

const STATUS = {
  source: TEXT,
  type: TEXT,
  about: { $ref: '#/components/schemas/SourceAbout' },
  doors: {
    type: 'object',
    required: ['topics', 'pull', 'callers'],
    additionalProperties: false,
    properties: {
      webhook: { type: 'string', description: 'Path of its webhook' },
      topics: TEXTS,
      pull: { type: 'boolean' },
      callers: TEXTS,
    },
  },
  problems: {
    type: 'array',
    items: { $ref: '#/components/schemas/SourceProblem' },
  },
  streams: {
    type: 'object',
    required: ['total', 'failing'],
    additionalProperties: false,
    properties: { total: COUNT, failing: COUNT },
  },
  events: COUNT,
  unmapped: COUNT,
  conflicts: COUNT,
  refused: COUNT,
  ahead: COUNT,
  aheadMs: COUNT,
  lastReceivedAt: TIME,
  lastSeenAt: TIME,
  lag: { ...COUNT, description: 'Milliseconds since it was last heard of' },
  staleAfterMs: COUNT,
  stale: { type: 'boolean' },
} as const;

/** What operators look at. */
export const sourceSchemas = {
  SourceAbout: {
    type: 'object',
    required: ['title', 'facts', 'names'],
    additionalProperties: false,
    properties: {
      title: TEXT,
      facts: {
        type: 'array',
        items: { $ref: '#/components/schemas/FactKind' },
      },
      names: TEXTS,
    },
  },
  SourceProblem: {
    type: 'object',
    required: ['code'],
    additionalProperties: false,
    properties: {
      code: { type: 'string', enum: ['setting', 'no-door', 'not-configured'] },
      message: TEXT,
    },
  },
  SourceStatus: {
    type: 'object',
    required: [...STATUS_REQUIRED],
    additionalProperties: false,
    properties: STATUS,
  },
  PullStatus: {
    type: 'object',
    required: ['source', 'state', 'failures', 'events', 'refused'],
    additionalProperties: false,
    properties: {
      source: TEXT,
      stream: TEXT,
      state: {
        type: 'string',
        enum: ['waiting', 'history', 'current', 'resting', 'failing'],
      },
      lastStartedAt: TIME,
      lastSuccessAt: TIME,
      nextAt: TIME,
      failures: COUNT,
      lastError: TEXT,
      events: COUNT,
      refused: COUNT,
    },
  },
  EventRefusal: {
    type: 'object',
    required: ['door', 'code', 'message', 'receivedAt', 'times'],
    additionalProperties: false,
    properties: {
      door: {
        type: 'string',
        enum: ['events', 'hooks', 'topics', 'pull', 'reports', 'measures'],
      },
      id: { type: 'string', description: 'Absent of a whole delivery' },
      code: { type: 'integer' },
      message: TEXT,
      receivedAt: TIME,
      times: COUNT,
    },
  },
  EventConflict: {
    type: 'object',
    required: ['eventSource', 'id', 'seq', 'receivedAt'],
    additionalProperties: false,
    properties: {
      eventSource: TEXT,
      id: TEXT,
      seq: { type: 'integer' },
      receivedAt: TIME,
    },
  },
  SourceDetail: {
    type: 'object',
    required: [...STATUS_REQUIRED, 'pulls', 'refusals', 'recentConflicts'],
    additionalProperties: false,
    properties: {
      ...STATUS,
      pulls: {
        type: 'array',
        items: { $ref: '#/components/schemas/PullStatus' },
      },
      refusals: {
        type: 'array',
        items: { $ref: '#/components/schemas/EventRefusal' },
      },
      recentConflicts: {
        type: 'array',
        items: { $ref: '#/components/schemas/EventConflict' },
      },
    },
  },
  UnmappedEvent: {
    type: 'object',
    required: ['seq', 'source', 'id', 'type', 'occurredAt', 'aliases'],
    additionalProperties: false,
    properties: {
      seq: { type: 'integer' },
      source: TEXT,
      id: TEXT,
      type: TEXT,
      occurredAt: TIME,
      aliases: {
        type: 'array',
        items: { $ref: '#/components/schemas/Alias' },
      },
    },
  },
  Alias: {
    type: 'object',
    required: ['scheme', 'value'],
    additionalProperties: false,
    properties: NAME,
  },
  UnmappedNames: {
    type: 'object',
    required: ['items', 'total'],
    additionalProperties: false,
    properties: {
      items: {
        type: 'array',
        items: {
          type: 'object',
          required: [
            'scheme',
            'value',
            'events',
            'sources',
            'lastType',
            'lastReceivedAt',
            'entityRefs',
          ],
          additionalProperties: false,
          properties: {
            ...NAME,
            events: COUNT,
            sources: {
              type: 'array',
              items: {
                type: 'object',
                required: ['source', 'events'],
                additionalProperties: false,
                properties: { source: TEXT, events: COUNT },
              },
            },
            lastType: TEXT,
            lastReceivedAt: TIME,
            entityRefs: {
              ...TEXTS,
              description:
                'Entities that bear the name, for which the sources may not speak',
            },
          },
        },
      },
      total: COUNT,
    },
  },
  OperatorName: {
    type: 'object',
    required: ['id', 'scheme', 'value', 'entityRef', 'since', 'gone'],
    additionalProperties: false,
    properties: {
      id: { type: 'integer' },
      ...NAME,
      entityRef: TEXT,
      since: TIME,
      gone: {
        type: 'boolean',
        description: 'The catalog does not have the entity any more',
      },
    },
  },
  MapNameRequest: {
    type: 'object',
    required: ['scheme', 'value', 'entityRef'],
    additionalProperties: false,
    properties: {
      scheme: { ...GIVEN_NAME, maxLength: 32 },
      value: GIVEN_NAME,
      entityRef: GIVEN_NAME,
    },
  },
  MappedName: {
    type: 'object',
    required: ['name', 'mapped', 'pending'],
    additionalProperties: false,
    properties: {
      name: { $ref: '#/components/schemas/OperatorName' },
      mapped: { ...COUNT, description: 'Waiting events that count now' },
      pending: {
        type: 'boolean',
        description: 'The rest is mapped in the background',
      },
    },
  },
} as const;
