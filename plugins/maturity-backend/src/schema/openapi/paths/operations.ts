import { entityPath, SEQUENCE, TEXT_WITHOUT_NUL } from '../parameters';
import { answer, entityErrors, listOf } from '../responses';

const ERRORS = {
  '400': { $ref: '#/components/responses/InvalidRequest' },
  '401': { $ref: '#/components/responses/NotAuthenticated' },
  '403': { $ref: '#/components/responses/NotAllowed' },
  '503': { $ref: '#/components/responses/Unavailable' },
} as const;
const NOT_FOUND = { $ref: '#/components/responses/NotFound' } as const;
const CONFLICT = { $ref: '#/components/responses/Conflict' } as const;
const DONE = { description: 'Done' } as const;

const PAGE = [
  { $ref: '#/components/parameters/limit' },
  {
    name: 'offset',
    in: 'query',
    required: false,
    schema: { type: 'integer', minimum: 0, maximum: 1_000_000 },
    description: 'Items to leave out at the beginning',
  },
] as const;

const SOURCE = {
  name: 'source',
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: TEXT_WITHOUT_NUL },
  description: 'Name of the source',
} as const;

function body<Name extends string>(name: Name) {
  return {
    required: true,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${name}` as const },
      },
    },
  } as const;
}

function nameQuery<Name extends string>(name: Name, description: string) {
  return {
    name,
    in: 'query',
    required: false,
    allowReserved: true,
    schema: {
      type: 'string',
      minLength: 1,
      maxLength: 512,
      pattern: TEXT_WITHOUT_NUL,
    },
    description,
  } as const;
}

/** Routes for whoever runs the portal. */
export const operationsPaths = {
  '/v1/operations/sources': {
    get: {
      operationId: 'getSources',
      tags: ['Operations'],
      summary: 'How every source is getting on',
      description: 'Those that are configured, and those that ever sent.',
      responses: { '200': listOf('SourceStatus', 'By name'), ...ERRORS },
    },
  },
  '/v1/operations/sources/{source}': {
    get: {
      operationId: 'getSource',
      tags: ['Operations'],
      summary: 'One source with its pulls, refusals and conflicts',
      parameters: [SOURCE],
      responses: {
        '200': answer('SourceDetail', 'Source'),
        '404': NOT_FOUND,
        ...ERRORS,
      },
    },
  },
  '/v1/operations/sources/{source}/pull': {
    post: {
      operationId: 'pullNow',
      tags: ['Operations'],
      summary: 'Has a source pulled as soon as possible',
      parameters: [SOURCE],
      responses: { '204': DONE, '404': NOT_FOUND, ...ERRORS },
    },
  },
  '/v1/operations/unmapped': {
    get: {
      operationId: 'getUnmappedEvents',
      tags: ['Operations'],
      summary: 'Events that no catalog entity answers to yet, newest first',
      parameters: [
        nameQuery('scheme', 'Only events with a name, together with `value`'),
        nameQuery('value', 'The name, together with `scheme`'),
        { $ref: '#/components/parameters/limit' },
      ],
      responses: { '200': listOf('UnmappedEvent', 'Events'), ...ERRORS },
    },
  },
  '/v1/operations/unmapped/names': {
    get: {
      operationId: 'getUnmappedNames',
      tags: ['Operations'],
      summary: 'Names under which events wait, those with the most first',
      parameters: [...PAGE],
      responses: { '200': answer('UnmappedNames', 'A page'), ...ERRORS },
    },
  },
  '/v1/operations/names': {
    get: {
      operationId: 'getOperatorNames',
      tags: ['Operations'],
      summary: 'Names that operators gave entities, newest first',
      parameters: [...PAGE],
      responses: { '200': listOf('OperatorName', 'Names'), ...ERRORS },
    },
    post: {
      operationId: 'mapName',
      tags: ['Operations'],
      summary: 'Gives an entity a name by which producers know it',
      description:
        'Events that waited under the name count for the entity at once. A name may stand for several entities.',
      requestBody: body('MapNameRequest'),
      responses: {
        '200': answer('MappedName', 'The name, and what it mapped'),
        '404': NOT_FOUND,
        ...ERRORS,
      },
    },
  },
  '/v1/operations/names/{id}': {
    delete: {
      operationId: 'removeName',
      tags: ['Operations'],
      summary: 'Takes a name back that an operator gave',
      description: 'What was mapped by it stays.',
      parameters: [
        {
          name: 'id',
          in: 'path',
          required: true,
          schema: SEQUENCE,
          description: 'Id of the name',
        },
      ],
      responses: { '204': DONE, '404': NOT_FOUND, ...ERRORS },
    },
  },
} as const;

/** Routes by which an entity is connected, and incidents are told of. */
export const setupPaths = {
  '/v1/entities/{kind}/{namespace}/{name}/setup': {
    get: {
      operationId: 'getSetup',
      tags: ['Operations'],
      summary: 'What connects an entity to its producers, and what is missing',
      parameters: [...entityPath],
      responses: { '200': answer('EntitySetup', 'Set-up'), ...entityErrors },
    },
  },
  '/v1/entities/{kind}/{namespace}/{name}/setup/test': {
    post: {
      operationId: 'testSetup',
      tags: ['Operations'],
      summary: 'What would become of an event of a source about the entity',
      description: 'Nothing is stored.',
      parameters: [...entityPath],
      requestBody: body('SetupTestRequest'),
      responses: { '200': answer('SetupTest', 'Result'), ...entityErrors },
    },
  },
} as const;

/** What the path of incidents of an entity takes in beside its list. */
export const reportIncident = {
  operationId: 'reportIncident',
  tags: ['Metrics'],
  summary: 'Tells of an incident that no tool reports',
  parameters: [...entityPath],
  requestBody: body('IncidentReport'),
  responses: {
    '201': answer('FactRecord', 'The incident'),
    '409': CONFLICT,
    ...entityErrors,
  },
} as const;

/** Incidents that people told of. */
export const incidentPaths = {
  '/v1/entities/{kind}/{namespace}/{name}/incidents/{key}': {
    post: {
      operationId: 'continueIncident',
      tags: ['Metrics'],
      summary: 'Goes on with an incident that a person told of',
      parameters: [
        ...entityPath,
        {
          name: 'key',
          in: 'path',
          required: true,
          schema: { type: 'string', pattern: TEXT_WITHOUT_NUL },
          description: 'Key of the incident',
        },
      ],
      requestBody: body('IncidentStep'),
      responses: {
        '200': answer('FactRecord', 'The incident'),
        '409': CONFLICT,
        ...entityErrors,
      },
    },
  },
} as const;
