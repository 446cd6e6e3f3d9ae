import { answer } from '../responses';

const ANSWERS = {
  '400': { $ref: '#/components/responses/InvalidRequest' },
  '401': { $ref: '#/components/responses/NotAuthenticated' },
  '403': { $ref: '#/components/responses/NotAllowed' },
  '409': answer('IngestResponse', 'Stored before with other contents'),
  '413': { $ref: '#/components/responses/TooLarge' },
  '415': { $ref: '#/components/responses/UnsupportedMediaType' },
  '422': answer('IngestResponse', 'Its time lies in the future'),
  '503': { $ref: '#/components/responses/Unavailable' },
} as const;

function parameter<Name extends string>(name: Name, description: string) {
  return {
    name,
    in: 'query',
    required: false,
    schema: { type: 'string' },
    description,
  } as const;
}

/** Uploads; they read raw bytes, so they stand in front of the validation. */
export const uploadPaths = {
  '/v1/reports/{format}': {
    post: {
      operationId: 'postReport',
      tags: ['Ingest'],
      summary: 'Takes in a report of tests or of coverage',
      description:
        'The report is the body as it is, or packed with gzip. See docs/events/reports.md.',
      parameters: [
        {
          name: 'format',
          in: 'path',
          required: true,
          schema: {
            type: 'string',
            enum: ['junit', 'lcov', 'cobertura', 'jacoco', 'clover'],
          },
        },
        parameter('entityref', 'Whose it is'),
        parameter('repository', 'Whose it is, by the name of a repository'),
        parameter('service', 'Whose it is, by the name of a service'),
        parameter('name', 'Of the reading; unit-coverage or automated-tests'),
        parameter('branch', 'Branch that it is of'),
        parameter('trunk', 'true, false: whether that is the trunk'),
        parameter('commit', 'Full hash of what was tested'),
        parameter('measuredAt', 'When; now where it is absent'),
        parameter('id', 'Tells it from others; by its contents where absent'),
        parameter('url', 'Where a person can look at it'),
      ],
      requestBody: {
        required: true,
        content: {
          'application/xml': { schema: { type: 'string' } },
          'text/plain': { schema: { type: 'string' } },
        },
      },
      responses: {
        '202': answer('ReportResponse', 'Stored, or was before'),
        '404': { $ref: '#/components/responses/NotFound' },
        ...ANSWERS,
      },
    },
  },
  '/v1/measures': {
    post: {
      operationId: 'postMeasures',
      tags: ['Ingest'],
      summary: 'Takes in readings of anything that a tool counts',
      description:
        'One reading, an array of them, or a table. See docs/events/measures.md.',
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: {} },
          'text/csv': { schema: { type: 'string' } },
        },
      },
      responses: {
        '202': answer(
          'IngestResponse',
          'At least one reading is stored, or was before',
        ),
        ...ANSWERS,
      },
    },
  },
} as const;
