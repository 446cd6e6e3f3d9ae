import { TEXT_WITHOUT_NUL } from '../parameters';
import { answer, listOf } from '../responses';

const ERRORS = {
  '400': { $ref: '#/components/responses/InvalidRequest' },
  '401': { $ref: '#/components/responses/NotAuthenticated' },
  '403': { $ref: '#/components/responses/NotAllowed' },
} as const;

/** Routes by which operators look after what is kept. */
export const maintenancePaths = {
  '/v1/operations/replay': {
    post: {
      operationId: 'replayFacts',
      tags: ['Operations'],
      summary: 'Fold all facts again from the log, in the background',
      description:
        'Changes nothing where nothing is broken. The portal goes on meanwhile.',
      responses: {
        '202': answer('MaintenanceRun', 'The run, as it begins'),
        '409': { $ref: '#/components/responses/Conflict' },
        ...ERRORS,
      },
    },
  },
  '/v1/operations/runs': {
    get: {
      operationId: 'getMaintenanceRuns',
      tags: ['Operations'],
      summary: 'The last runs of long work, the newest first',
      responses: { '200': listOf('MaintenanceRun', 'Runs'), ...ERRORS },
    },
  },
  '/v1/operations/authors/erase': {
    post: {
      operationId: 'eraseAuthor',
      tags: ['Operations'],
      summary: 'Unlink a person from what they did',
      description:
        'The hash that stood for them gives way to a random one in facts and log, and raw bodies with their name are deleted. Counts of authors stay.',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['name'],
              additionalProperties: false,
              properties: {
                name: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 512,
                  pattern: TEXT_WITHOUT_NUL,
                  description: 'As producers know them, for example a login',
                },
              },
            },
          },
        },
      },
      responses: {
        '200': answer('ErasedAuthor', 'What was rewritten'),
        ...ERRORS,
      },
    },
  },
} as const;
