/** Long work of operators, and what became of it. */
export const maintenanceSchemas = {
  MaintenanceRun: {
    type: 'object',
    required: ['id', 'kind', 'state', 'done', 'total', 'startedAt'],
    additionalProperties: false,
    properties: {
      id: { type: 'integer' },
      kind: { type: 'string', enum: ['replay'] },
      state: { type: 'string', enum: ['running', 'done', 'failed'] },
      done: { type: 'integer' },
      total: { type: 'integer' },
      startedAt: { $ref: '#/components/schemas/EpochMs' },
      finishedAt: { $ref: '#/components/schemas/EpochMs' },
      problem: { type: 'string' },
    },
  },
  ErasedAuthor: {
    type: 'object',
    required: ['changes', 'events'],
    additionalProperties: false,
    properties: {
      changes: { type: 'integer', minimum: 0 },
      events: { type: 'integer', minimum: 0 },
    },
  },
} as const;
