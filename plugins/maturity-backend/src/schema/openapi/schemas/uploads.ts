const COUNT = { type: 'integer', minimum: 0 } as const;

/** Answers to uploads. */
export const uploadSchemas = {
  ReportResponse: {
    allOf: [
      { $ref: '#/components/schemas/IngestResponse' },
      {
        type: 'object',
        required: ['readings'],
        properties: {
          readings: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'part', 'total'],
              properties: {
                name: { type: 'string' },
                part: COUNT,
                total: COUNT,
              },
            },
          },
          tests: {
            type: 'object',
            required: ['passed', 'failed', 'errors', 'skipped', 'flaky'],
            properties: {
              passed: COUNT,
              failed: COUNT,
              errors: COUNT,
              skipped: COUNT,
              flaky: COUNT,
            },
          },
        },
      },
    ],
  },
} as const;
