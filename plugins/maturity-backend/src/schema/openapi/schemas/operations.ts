/** Answers of the doors for events. */
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
} as const;
