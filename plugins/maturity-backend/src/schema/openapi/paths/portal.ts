import { TEXT_WITHOUT_NUL } from '../parameters';
import { answer, listOf } from '../responses';

const ERRORS = {
  '401': { $ref: '#/components/responses/NotAuthenticated' },
  '403': { $ref: '#/components/responses/NotAllowed' },
} as const;

/** Routes about the whole portal. */
export const portalPaths = {
  '/v1/levels/query': {
    post: {
      operationId: 'queryLevels',
      tags: ['Scorecards'],
      summary:
        'The levels of many entities under the primary model of each scorecard',
      description:
        'Entities that no model targets, that do not exist or that the caller may not read are left out.',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['entityRefs'],
              additionalProperties: false,
              properties: {
                entityRefs: {
                  type: 'array',
                  maxItems: 500,
                  items: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 512,
                    pattern: TEXT_WITHOUT_NUL,
                  },
                },
              },
            },
          },
        },
      },
      responses: {
        '200': listOf('EntityLevel', 'In the order of the question'),
        '400': { $ref: '#/components/responses/InvalidRequest' },
        ...ERRORS,
      },
    },
  },
  '/v1/models': {
    get: {
      operationId: 'getModels',
      tags: ['Models'],
      summary: 'The models of this portal',
      responses: { '200': listOf('ModelSummary', 'Models'), ...ERRORS },
    },
  },
  '/v1/models/{id}': {
    get: {
      operationId: 'getModel',
      tags: ['Models'],
      summary: 'One model with all its criteria',
      parameters: [
        {
          name: 'id',
          in: 'path',
          required: true,
          schema: { type: 'string' },
          description: 'Model id',
        },
      ],
      responses: {
        '200': answer('Model', 'The version that judges today'),
        '404': { $ref: '#/components/responses/NotFound' },
        ...ERRORS,
      },
    },
  },
  '/v1/metrics': {
    get: {
      operationId: 'getMetrics',
      tags: ['Metrics'],
      summary: 'The catalogue of metrics',
      responses: { '200': listOf('MetricDefinition', 'Metrics'), ...ERRORS },
    },
  },
  '/v1/calendars': {
    get: {
      operationId: 'getCalendars',
      tags: ['Models'],
      summary: 'Calendars of working days and service hours',
      responses: { '200': listOf('CalendarStatus', 'By id'), ...ERRORS },
    },
  },
} as const;

/** It takes raw bytes, so it stands in front of the validation. */
export const modelCheckPaths = {
  '/v1/models/check': {
    post: {
      operationId: 'checkModel',
      tags: ['Models'],
      summary: 'Says what is wrong with a model pack',
      description:
        'Nothing is kept. Metrics of modules are known, whatever packs there are.',
      parameters: [
        {
          name: 'file',
          in: 'query',
          required: false,
          schema: { type: 'string', maxLength: 255 },
          description: 'What problems call the pack',
        },
      ],
      requestBody: {
        required: true,
        content: { 'application/yaml': { schema: { type: 'string' } } },
      },
      responses: {
        '200': answer('ModelCheck', 'The model, or every problem'),
        '400': { $ref: '#/components/responses/InvalidRequest' },
        '413': { $ref: '#/components/responses/TooLarge' },
        ...ERRORS,
      },
    },
  },
} as const;
