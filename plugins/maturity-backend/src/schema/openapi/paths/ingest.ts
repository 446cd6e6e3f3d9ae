import { answer } from '../responses';

const ANSWERS = {
  '202': answer(
    'IngestResponse',
    'Committed: at least one event is stored, or was before',
  ),
  '400': { $ref: '#/components/responses/InvalidRequest' },
  '401': { $ref: '#/components/responses/NotAuthenticated' },
  '403': { $ref: '#/components/responses/NotAllowed' },
  '409': answer(
    'IngestResponse',
    'Every event has the id of a stored one and other contents',
  ),
  '413': { $ref: '#/components/responses/TooLarge' },
  '415': { $ref: '#/components/responses/UnsupportedMediaType' },
  '422': answer(
    'IngestResponse',
    'Every event is of an unknown type or lies in the future',
  ),
  '503': { $ref: '#/components/responses/Unavailable' },
} as const;

/**
 * The doors for events. They read raw bytes before any body parser does, so
 * they stand in front of this description's validation and are only
 * documented by it.
 */
export const ingestPaths = {
  '/v1/events': {
    post: {
      operationId: 'postEvents',
      tags: ['Ingest'],
      summary: 'Takes in CloudEvents, one or a batch',
      description:
        'CloudEvents 1.0 over HTTP in binary, structured and batch mode, with CDEvents or our documented types. Every event of a batch is answered.',
      requestBody: {
        required: true,
        content: {
          'application/cloudevents+json': { schema: { type: 'object' } },
          'application/cloudevents-batch+json': {
            schema: { type: 'array', items: { type: 'object' } },
          },
          'application/json': { schema: { type: 'object' } },
        },
      },
      responses: ANSWERS,
    },
  },
  '/v1/hooks/{source}': {
    post: {
      operationId: 'postHook',
      tags: ['Ingest'],
      summary: 'Takes in a signed webhook delivery',
      description:
        'Needs no credentials: the signature over the raw body is the proof.',
      security: [],
      parameters: [
        {
          name: 'source',
          in: 'path',
          required: true,
          schema: { type: 'string' },
          description: 'Id of the webhook source, for example github',
        },
      ],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { type: 'object' } } },
      },
      responses: {
        ...ANSWERS,
        '404': { $ref: '#/components/responses/NotFound' },
      },
    },
  },
} as const;
