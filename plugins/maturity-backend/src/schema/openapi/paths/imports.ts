import { SEQUENCE, TEXT_WITHOUT_NUL } from '../parameters';
import { answer, entityErrors, listOf } from '../responses';

const ID = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: TEXT_WITHOUT_NUL },
  description: 'Id of the import',
} as const;

const { '404': NOT_FOUND, ...ERRORS } = entityErrors;

const CONFLICT = { $ref: '#/components/responses/Conflict' } as const;

function step<Id extends string>(operationId: Id, summary: string) {
  return {
    post: {
      operationId,
      tags: ['Operations'],
      summary,
      parameters: [ID],
      responses: {
        '200': answer('ImportStatus', 'As it stands now'),
        '404': NOT_FOUND,
        '409': CONFLICT,
        ...ERRORS,
      },
    },
  } as const;
}

/** Imports of history. */
export const importPaths = {
  '/v1/imports': {
    post: {
      operationId: 'createImport',
      tags: ['Operations'],
      summary: 'Begins to bring in a file of history',
      description:
        'People need the permission maturity.operations.manage and choose a source; services send as their own. What is brought in counts and is no news.',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/HistoryImportRequest' },
          },
        },
      },
      responses: {
        '200': answer('ImportStatus', 'The open import of the same file'),
        '201': answer('ImportStatus', 'It has begun'),
        ...ERRORS,
      },
    },
    get: {
      operationId: 'getImports',
      tags: ['Operations'],
      summary: 'Imports, the newest first',
      parameters: [
        {
          name: 'state',
          in: 'query',
          required: false,
          schema: { type: 'string', enum: ['open', 'complete', 'aborted'] },
        },
        { $ref: '#/components/parameters/limit' },
      ],
      responses: {
        '200': listOf('ImportStatus', 'Those of its own source, for a service'),
        ...ERRORS,
      },
    },
  },
  '/v1/imports/{id}': {
    get: {
      operationId: 'getImport',
      tags: ['Operations'],
      summary: 'How far an import has come',
      parameters: [ID],
      responses: {
        '200': answer('ImportStatus', 'As it stands now'),
        '404': NOT_FOUND,
        ...ERRORS,
      },
    },
  },
  '/v1/imports/{id}/refusals': {
    get: {
      operationId: 'getImportRefusals',
      tags: ['Operations'],
      summary: 'Lines of an import that were not taken in',
      parameters: [
        ID,
        {
          name: 'after',
          in: 'query',
          required: false,
          schema: SEQUENCE,
          description: 'Only lines after this one',
        },
        { $ref: '#/components/parameters/limit' },
      ],
      responses: {
        '200': answer('ImportRefusals', 'In the order of the file'),
        '404': NOT_FOUND,
        ...ERRORS,
      },
    },
  },
  '/v1/imports/{id}/complete': step('completeImport', 'Ends an import'),
  '/v1/imports/{id}/abort': step(
    'abortImport',
    'Gives an import up; what was stored stays',
  ),
} as const;

/** It takes raw bytes, so it stands in front of the validation. */
export const importContentPaths = {
  '/v1/imports/{id}/content': {
    put: {
      operationId: 'putImportContent',
      tags: ['Operations'],
      summary: 'Takes in a piece of the file',
      description:
        'Whole lines are taken; the next piece begins at the offset of the answer. A piece that is sent again changes nothing.',
      parameters: [
        ID,
        {
          name: 'Upload-Offset',
          in: 'header',
          required: true,
          schema: SEQUENCE,
          description: 'Where the piece begins in the file, in bytes',
        },
        {
          name: 'Upload-Complete',
          in: 'header',
          required: false,
          schema: { type: 'string', enum: ['?1', '?0'] },
          description: '`?1` when the file ends with the piece',
        },
      ],
      requestBody: {
        required: true,
        content: {
          'application/octet-stream': {
            schema: { type: 'string', format: 'binary' },
          },
        },
      },
      responses: {
        '200': answer('ImportStatus', 'How far it has come'),
        '404': NOT_FOUND,
        '409': CONFLICT,
        '413': { $ref: '#/components/responses/TooLarge' },
        ...ERRORS,
      },
    },
  },
} as const;
