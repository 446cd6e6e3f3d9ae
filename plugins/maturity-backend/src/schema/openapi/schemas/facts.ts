const FACT_PROPERTIES = {
  source: { type: 'string' },
  key: { type: 'string' },
  at: { $ref: '#/components/schemas/EpochMs' },
  generated: { type: 'boolean' },
  state: {
    type: 'string',
    enum: ['live', 'shadow', 'excluded'],
    description:
      'Shadow: of a source that is not the source of record; excluded: a person left it out; neither is counted',
  },
  corrected: {
    type: 'boolean',
    description: 'True when a person corrected it',
  },
  fields: { type: 'object' },
  events: {
    type: 'array',
    description: 'The events that it was folded from',
    items: {
      type: 'object',
      required: ['seq', 'id', 'type', 'occurredAt'],
      additionalProperties: false,
      properties: {
        seq: { type: 'integer' },
        id: { type: 'string' },
        type: { type: 'string' },
        occurredAt: { $ref: '#/components/schemas/EpochMs' },
      },
    },
  },
} as const;

const FACT_REQUIRED = [
  'kind',
  'source',
  'key',
  'at',
  'generated',
  'state',
  'corrected',
  'fields',
  'events',
] as const;

const DURATION = { type: 'number', description: 'Milliseconds' } as const;

/** Facts, faults and the events behind them. */
export const factSchemas = {
  FactRecord: {
    type: 'object',
    required: FACT_REQUIRED,
    additionalProperties: false,
    properties: {
      kind: { $ref: '#/components/schemas/FactKind' },
      ...FACT_PROPERTIES,
    },
  },
  IncidentRecord: {
    type: 'object',
    required: [...FACT_REQUIRED, 'flags', 'alerts'],
    additionalProperties: false,
    properties: {
      kind: { type: 'string', enum: ['incident'] },
      ...FACT_PROPERTIES,
      flags: {
        type: 'array',
        items: {
          type: 'string',
          enum: [
            'restored-before-start',
            'detected-before-start',
            'overlaps',
            'also-reported',
            'from-alerts',
            'start-unknown',
          ],
        },
      },
      timeToDetect: DURATION,
      timeToAcknowledge: DURATION,
      timeToRestore: DURATION,
      age: {
        type: 'number',
        description:
          'Milliseconds that it has lasted at as-of, while it is not restored',
      },
      downtime: {
        type: 'number',
        description: 'Milliseconds within service hours, up to as-of',
      },
      deployment: {
        type: 'object',
        description: 'The deployment that it is attributed to',
        required: ['key', 'link'],
        additionalProperties: false,
        properties: {
          key: { type: 'string' },
          link: { type: 'string', enum: ['explicit', 'artifact', 'time'] },
        },
      },
      alerts: {
        type: 'integer',
        minimum: 0,
        description: 'How many alerts it was made of or is linked to',
      },
    },
  },
  EventRecord: {
    type: 'object',
    required: [
      'seq',
      'source',
      'eventSource',
      'id',
      'type',
      'occurredAt',
      'receivedAt',
      'generated',
      'envelope',
      'facts',
    ],
    additionalProperties: false,
    properties: {
      seq: { type: 'integer' },
      source: { type: 'string' },
      eventSource: { type: 'string' },
      id: { type: 'string' },
      type: { type: 'string' },
      subject: { type: 'string' },
      occurredAt: { $ref: '#/components/schemas/EpochMs' },
      receivedAt: { $ref: '#/components/schemas/EpochMs' },
      generated: { type: 'boolean' },
      envelope: { type: 'object' },
      facts: {
        type: 'array',
        description: 'Facts of the entity that it speaks of',
        items: {
          type: 'object',
          required: ['kind', 'key'],
          additionalProperties: false,
          properties: {
            kind: { $ref: '#/components/schemas/FactKind' },
            key: { type: 'string' },
          },
        },
      },
    },
  },
} as const;
