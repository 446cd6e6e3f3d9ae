import { TEXT_WITHOUT_NUL } from '../parameters';

const FORMAT = { type: 'string', enum: ['ndjson', 'csv'] } as const;

const SHA256 = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;

const COUNT = {
  type: 'integer',
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
} as const;

/** Imports of history. */
export const importSchemas = {
  HistoryImportRequest: {
    type: 'object',
    required: ['name', 'format'],
    additionalProperties: false,
    properties: {
      name: {
        type: 'string',
        minLength: 1,
        maxLength: 200,
        pattern: TEXT_WITHOUT_NUL,
        description: 'What the file is called',
      },
      source: {
        type: 'string',
        minLength: 1,
        description:
          'A configured source; services send as their own and may leave it out',
      },
      format: FORMAT,
      totalBytes: {
        ...COUNT,
        description:
          'Bytes of the whole file; then its last line needs no line end',
      },
      sha256: {
        ...SHA256,
        description: 'Of the whole file: finds the open import of it again',
      },
    },
  },
  ImportStatus: {
    type: 'object',
    required: [
      'id',
      'name',
      'source',
      'format',
      'state',
      'offset',
      'lines',
      'stored',
      'duplicates',
      'refused',
      'unmapped',
      'createdBy',
      'createdAt',
      'updatedAt',
    ],
    additionalProperties: false,
    properties: {
      id: { type: 'string' },
      name: { type: 'string' },
      source: { type: 'string' },
      format: FORMAT,
      state: { type: 'string', enum: ['open', 'complete', 'aborted'] },
      offset: {
        ...COUNT,
        description:
          'Bytes of the file that are done with; the next piece begins here',
      },
      totalBytes: COUNT,
      sha256: SHA256,
      lines: COUNT,
      stored: COUNT,
      duplicates: COUNT,
      refused: COUNT,
      unmapped: {
        ...COUNT,
        description:
          'Stored, and no entity of the catalog answers to its names',
      },
      createdBy: { type: 'string' },
      createdAt: { $ref: '#/components/schemas/EpochMs' },
      updatedAt: { $ref: '#/components/schemas/EpochMs' },
      finishedAt: { $ref: '#/components/schemas/EpochMs' },
    },
  },
  ImportRefusals: {
    type: 'object',
    required: ['items', 'total'],
    additionalProperties: false,
    properties: {
      items: {
        type: 'array',
        items: {
          type: 'object',
          required: ['line', 'code', 'message'],
          additionalProperties: false,
          properties: {
            line: { type: 'integer', minimum: 1 },
            id: { type: 'string' },
            code: { type: 'integer' },
            message: { type: 'string' },
          },
        },
      },
      total: {
        ...COUNT,
        description: 'All that were refused; the first 10,000 are kept',
      },
      next: { ...COUNT, description: '`after` of the next page' },
    },
  },
} as const;
