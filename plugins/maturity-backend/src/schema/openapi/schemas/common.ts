/** Schemas that the others are made of. */
export const commonSchemas = {
  Error: {
    type: 'object',
    required: ['error'],
    properties: {
      error: {
        type: 'object',
        required: ['name', 'message'],
        properties: {
          name: { type: 'string' },
          message: { type: 'string' },
        },
      },
      request: { type: 'object' },
      response: { type: 'object' },
    },
  },
  EpochMs: { type: 'integer', description: 'Epoch milliseconds, UTC' },
  LocalizedText: {
    type: 'object',
    required: ['en', 'zh-CN'],
    additionalProperties: false,
    properties: { en: { type: 'string' }, 'zh-CN': { type: 'string' } },
  },
  Level: { type: 'integer', minimum: 1, maximum: 5 },
  FactKind: {
    type: 'string',
    enum: [
      'run',
      'deployment',
      'change',
      'work-item',
      'incident',
      'alert',
      'measure',
    ],
  },
  ScorecardKind: { type: 'string', enum: ['maturity', 'stability'] },
  TimeWindow: {
    type: 'object',
    description: 'Half-open: `to` is not part of it',
    required: ['from', 'to'],
    additionalProperties: false,
    properties: {
      from: { $ref: '#/components/schemas/EpochMs' },
      to: { $ref: '#/components/schemas/EpochMs' },
    },
  },
  NodeLevels: {
    type: 'object',
    required: ['award', 'potential', 'decided', 'total'],
    additionalProperties: false,
    properties: {
      award: {
        description: 'What is proven',
        $ref: '#/components/schemas/Level',
      },
      potential: {
        description: 'What it is if every unknown turns out well',
        $ref: '#/components/schemas/Level',
      },
      measured: {
        description:
          'What the decided criteria show; absent when nothing is decided',
        $ref: '#/components/schemas/Level',
      },
      decided: { type: 'integer', minimum: 0 },
      total: { type: 'integer', minimum: 0 },
    },
  },
} as const;
