import { TEXT_WITHOUT_NUL } from '../parameters';

const COUNT = { type: 'integer', minimum: 0 } as const;
const TIME = { $ref: '#/components/schemas/EpochMs' } as const;
const TEXT = { type: 'string' } as const;
const TEXTS = { type: 'array', items: TEXT } as const;
const NAMES = {
  type: 'array',
  items: { $ref: '#/components/schemas/Alias' },
} as const;
const KIND = { $ref: '#/components/schemas/FactKind' } as const;
const NEXT = { $ref: '#/components/schemas/SetupStep' } as const;

const GIVEN_TIME = {
  type: 'integer',
  minimum: 0,
  maximum: 253_402_300_799_999,
} as const;

const CLASSIFICATION = {
  severity: { type: 'string', enum: ['critical', 'major', 'minor'] },
  impact: { type: 'string', enum: ['outage', 'degraded', 'none'] },
  startedAt: GIVEN_TIME,
  detectedBy: {
    type: 'string',
    enum: ['monitoring', 'inspection', 'user', 'regulator'],
  },
  cause: {
    type: 'string',
    enum: ['change', 'capacity', 'dependency', 'hardware', 'other'],
  },
} as const;

/** What connects an entity to its producers, and what people tell themselves. */
export const setupSchemas = {
  SetupStep: {
    type: 'object',
    required: ['code'],
    additionalProperties: false,
    properties: {
      code: {
        type: 'string',
        enum: [
          'none',
          'no-source',
          'fix-source',
          'allow-entity',
          'set-annotation',
          'first-event',
          'stale',
          'ended',
          'not-counted',
          'not-of-record',
        ],
      },
      source: TEXT,
      annotation: TEXT,
      example: TEXT,
      setting: TEXT,
      message: TEXT,
    },
  },
  SetupSource: {
    type: 'object',
    required: [
      'source',
      'type',
      'problems',
      'doors',
      'allowed',
      'names',
      'facts',
      'stale',
      'next',
    ],
    additionalProperties: false,
    properties: {
      source: TEXT,
      type: TEXT,
      about: { $ref: '#/components/schemas/SourceAbout' },
      problems: {
        type: 'array',
        items: { $ref: '#/components/schemas/SourceProblem' },
      },
      doors: {
        type: 'object',
        required: ['pull', 'events'],
        additionalProperties: false,
        properties: {
          webhook: TEXT,
          pull: { type: 'boolean' },
          events: { type: 'boolean' },
        },
      },
      allowed: { type: 'boolean' },
      names: NAMES,
      facts: {
        type: 'array',
        items: {
          type: 'object',
          required: ['kind', 'count', 'ofRecord'],
          additionalProperties: false,
          properties: {
            kind: KIND,
            count: COUNT,
            latestAt: TIME,
            since: TIME,
            until: TIME,
            ofRecord: { type: 'boolean' },
          },
        },
      },
      lastSeenAt: TIME,
      stale: { type: 'boolean' },
      next: NEXT,
    },
  },
  EntitySetup: {
    type: 'object',
    required: ['entityRef', 'at', 'annotations', 'names', 'sources', 'kinds'],
    additionalProperties: false,
    properties: {
      entityRef: TEXT,
      at: TIME,
      annotations: {
        type: 'array',
        items: {
          type: 'object',
          required: ['annotation', 'example', 'names', 'sources'],
          additionalProperties: false,
          properties: {
            annotation: TEXT,
            scheme: TEXT,
            value: TEXT,
            example: TEXT,
            names: NAMES,
            sources: TEXTS,
          },
        },
      },
      names: {
        type: 'array',
        items: {
          type: 'object',
          required: ['scheme', 'value', 'origin'],
          additionalProperties: false,
          properties: {
            scheme: TEXT,
            value: TEXT,
            origin: { type: 'string', enum: ['ref', 'annotation', 'operator'] },
            annotation: TEXT,
          },
        },
      },
      sources: {
        type: 'array',
        description: 'In the order of record',
        items: { $ref: '#/components/schemas/SetupSource' },
      },
      kinds: {
        type: 'array',
        items: {
          type: 'object',
          required: ['kind', 'next'],
          additionalProperties: false,
          properties: { kind: KIND, source: TEXT, next: NEXT },
        },
      },
    },
  },
  SetupTestRequest: {
    type: 'object',
    required: ['source'],
    additionalProperties: false,
    properties: {
      source: {
        type: 'string',
        minLength: 1,
        maxLength: 255,
        pattern: TEXT_WITHOUT_NUL,
      },
    },
  },
  SetupTest: {
    type: 'object',
    required: ['source', 'at', 'passed', 'checks'],
    additionalProperties: false,
    properties: {
      source: TEXT,
      at: TIME,
      passed: { type: 'boolean' },
      checks: {
        type: 'array',
        items: {
          type: 'object',
          required: ['check', 'outcome'],
          additionalProperties: false,
          properties: {
            check: {
              type: 'string',
              enum: ['settings', 'allowed', 'named', 'mapped', 'pulled'],
            },
            outcome: { type: 'string', enum: ['pass', 'fail', 'skipped'] },
            message: TEXT,
            names: NAMES,
            others: COUNT,
            streams: COUNT,
            lastSuccessAt: TIME,
          },
        },
      },
    },
  },
  IncidentReport: {
    type: 'object',
    required: ['title', 'detectedAt'],
    additionalProperties: false,
    properties: {
      title: { type: 'string', minLength: 1, maxLength: 200 },
      ...CLASSIFICATION,
      detectedAt: GIVEN_TIME,
      acknowledgedAt: GIVEN_TIME,
      restoredAt: GIVEN_TIME,
      url: { type: 'string', minLength: 1, maxLength: 2_048 },
    },
  },
  IncidentStep: {
    oneOf: [
      {
        type: 'object',
        required: ['step', 'at'],
        additionalProperties: false,
        properties: {
          step: { type: 'string', enum: ['acknowledge', 'restore'] },
          at: GIVEN_TIME,
        },
      },
      {
        type: 'object',
        required: ['step'],
        additionalProperties: false,
        properties: { step: { type: 'string', enum: ['reopen'] } },
      },
      {
        type: 'object',
        required: ['step'],
        additionalProperties: false,
        properties: {
          step: { type: 'string', enum: ['classify'] },
          ...CLASSIFICATION,
        },
      },
    ],
  },
} as const;
