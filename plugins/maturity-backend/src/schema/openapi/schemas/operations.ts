/** Ingest answers and what operators look at. */
export const operationSchemas = {
  EventResult: {
    type: 'object',
    required: ['index', 'status', 'code'],
    properties: {
      index: { type: 'integer', minimum: 0 },
      id: { type: 'string' },
      status: {
        type: 'string',
        enum: ['stored', 'stored-no-fact', 'duplicate', 'conflict', 'refused'],
      },
      seq: { type: 'integer' },
      entityRef: { type: 'string' },
      unmapped: { type: 'boolean' },
      code: { type: 'integer' },
      message: { type: 'string' },
    },
  },
  IngestResponse: {
    type: 'object',
    required: ['stored', 'duplicates', 'conflicts', 'refused', 'results'],
    properties: {
      stored: { type: 'integer' },
      duplicates: { type: 'integer' },
      conflicts: { type: 'integer' },
      refused: { type: 'integer' },
      results: {
        type: 'array',
        items: { $ref: '#/components/schemas/EventResult' },
      },
    },
  },
  SourceStatus: {
    type: 'object',
    required: ['source', 'events', 'unmapped', 'conflicts', 'ahead', 'aheadMs'],
    additionalProperties: false,
    properties: {
      source: { type: 'string' },
      events: { type: 'integer' },
      unmapped: { type: 'integer' },
      conflicts: { type: 'integer' },
      ahead: { type: 'integer' },
      aheadMs: { type: 'integer' },
      lastReceivedAt: { $ref: '#/components/schemas/EpochMs' },
    },
  },
  UnmappedEvent: {
    type: 'object',
    required: ['seq', 'source', 'id', 'type', 'occurredAt', 'aliases'],
    additionalProperties: false,
    properties: {
      seq: { type: 'integer' },
      source: { type: 'string' },
      id: { type: 'string' },
      type: { type: 'string' },
      occurredAt: { $ref: '#/components/schemas/EpochMs' },
      aliases: {
        type: 'array',
        items: {
          type: 'object',
          required: ['scheme', 'value'],
          additionalProperties: false,
          properties: {
            scheme: { type: 'string' },
            value: { type: 'string' },
          },
        },
      },
    },
  },
} as const;
