import { entityPath, SEQUENCE, TEXT_WITHOUT_NUL } from '../parameters';
import { answer, entityErrors, listOf } from '../responses';
import { reportIncident } from './operations';

const MODEL = [
  { $ref: '#/components/parameters/model' },
  { $ref: '#/components/parameters/scorecard' },
] as const;
const WINDOW = [
  { $ref: '#/components/parameters/from' },
  { $ref: '#/components/parameters/to' },
] as const;
const LIMIT = { $ref: '#/components/parameters/limit' } as const;

/** Routes about one entity. */
export const entityPaths = {
  '/v1/entities/{kind}/{namespace}/{name}/scorecard': {
    get: {
      operationId: 'getScorecard',
      tags: ['Scorecards'],
      summary: 'The scorecard of an entity under one model',
      description:
        'The last assessment, or one recomputed for `asOf` and `knownAt`.',
      parameters: [
        ...entityPath,
        ...MODEL,
        { $ref: '#/components/parameters/asOf' },
        { $ref: '#/components/parameters/knownAt' },
      ],
      responses: { '200': answer('Scorecard', 'Scorecard'), ...entityErrors },
    },
  },
  '/v1/entities/{kind}/{namespace}/{name}/refresh': {
    post: {
      operationId: 'refreshScorecard',
      tags: ['Scorecards'],
      summary: 'Assesses an entity now and answers with its new scorecard',
      parameters: [...entityPath, ...MODEL],
      responses: {
        '200': answer('Scorecard', 'Scorecard'),
        ...entityErrors,
      },
    },
  },
  '/v1/entities/{kind}/{namespace}/{name}/metrics': {
    get: {
      operationId: 'getMeasurements',
      tags: ['Metrics'],
      summary: 'Metrics of an entity over any window',
      parameters: [
        ...entityPath,
        {
          name: 'metrics',
          in: 'query',
          required: false,
          allowReserved: true,
          schema: { type: 'string', minLength: 1 },
          description: 'Comma-separated metric ids, all where it is absent',
        },
        ...WINDOW,
        {
          name: 'evidence',
          in: 'query',
          required: false,
          schema: { type: 'integer', minimum: 0, maximum: 1000 },
          description: 'Newest facts to name for each metric, 5 unless told',
        },
      ],
      responses: {
        '200': listOf('Measurement', 'In the order of the catalogue'),
        ...entityErrors,
      },
    },
  },
  '/v1/entities/{kind}/{namespace}/{name}/metrics/{metric}/series': {
    get: {
      operationId: 'getMetricSeries',
      tags: ['Metrics'],
      summary: 'One metric by day or week',
      parameters: [
        ...entityPath,
        {
          name: 'metric',
          in: 'path',
          required: true,
          schema: { type: 'string' },
          description: 'Metric id',
        },
        {
          name: 'bucket',
          in: 'query',
          required: false,
          schema: { type: 'string', enum: ['day', 'week'] },
          description: 'Week unless told; cut in the configured zone',
        },
        ...WINDOW,
      ],
      responses: {
        '200': answer('MetricSeries', 'A measurement for each bucket'),
        ...entityErrors,
      },
    },
  },
  '/v1/entities/{kind}/{namespace}/{name}/levels': {
    get: {
      operationId: 'getLevelSeries',
      tags: ['Scorecards'],
      summary: 'How the level went',
      parameters: [
        ...entityPath,
        ...MODEL,
        {
          name: 'knowledge',
          in: 'query',
          required: false,
          schema: { type: 'string', enum: ['then', 'now'] },
          description:
            '`then`, unless told: what was known at each time; `now`: recomputed with what is known today',
        },
        ...WINDOW,
      ],
      responses: { '200': answer('LevelSeries', 'Steps'), ...entityErrors },
    },
  },
  '/v1/entities/{kind}/{namespace}/{name}/history': {
    get: {
      operationId: 'getHistory',
      tags: ['Scorecards'],
      summary: 'Changes of verdict and level with their causes, newest first',
      parameters: [...entityPath, ...MODEL, LIMIT],
      responses: {
        '200': listOf('VerdictChange', 'Changes'),
        ...entityErrors,
      },
    },
  },
  '/v1/entities/{kind}/{namespace}/{name}/explain': {
    get: {
      operationId: 'explain',
      tags: ['Scorecards'],
      summary: 'Why the level is what it is, in one sentence',
      parameters: [
        ...entityPath,
        ...MODEL,
        {
          name: 'change',
          in: 'query',
          required: false,
          schema: SEQUENCE,
          description:
            'Number of a change from the history; the last one of the level where it is absent',
        },
      ],
      responses: { '200': answer('Explanation', 'Sentence'), ...entityErrors },
    },
  },
  '/v1/entities/{kind}/{namespace}/{name}/facts': {
    get: {
      operationId: 'getFacts',
      tags: ['Metrics'],
      summary: 'Facts of an entity and the events they come from, newest first',
      parameters: [
        ...entityPath,
        {
          name: 'kind',
          in: 'query',
          required: true,
          schema: { $ref: '#/components/schemas/FactKind' },
          description: 'Kind of fact',
        },
        {
          name: 'keys',
          in: 'query',
          required: false,
          allowReserved: true,
          schema: { type: 'string', minLength: 2, pattern: TEXT_WITHOUT_NUL },
          description:
            'Only the facts with these keys: a JSON array of texts, at most 500',
        },
        ...WINDOW,
        LIMIT,
      ],
      responses: { '200': listOf('FactRecord', 'Facts'), ...entityErrors },
    },
  },
  '/v1/entities/{kind}/{namespace}/{name}/incidents': {
    get: {
      operationId: 'getIncidents',
      tags: ['Metrics'],
      summary: 'Faults of an entity, newest first',
      description:
        'Those that started in the window or are still open, with those made of alerts, those that other sources report too, and those that were left out.',
      parameters: [
        ...entityPath,
        ...WINDOW,
        { $ref: '#/components/parameters/asOf' },
        LIMIT,
      ],
      responses: {
        '200': listOf('IncidentRecord', 'Incidents'),
        ...entityErrors,
      },
    },
    post: reportIncident,
  },
  '/v1/entities/{kind}/{namespace}/{name}/events/{seq}': {
    get: {
      operationId: 'getEvent',
      tags: ['Metrics'],
      summary: 'One event behind a fact of an entity',
      parameters: [
        ...entityPath,
        {
          name: 'seq',
          in: 'path',
          required: true,
          schema: SEQUENCE,
          description: 'Its knowledge sequence',
        },
      ],
      responses: { '200': answer('EventRecord', 'Event'), ...entityErrors },
    },
  },
} as const;
