import { METRIC_AREAS } from '@devops-scorecards/plugin-maturity-common';

const STATISTICS = [
  'value',
  'mean',
  'p50',
  'p85',
  'p90',
  'p95',
  'max',
] as const;
const UNITS = ['ratio', 'duration', 'count', 'per-day', 'times'] as const;
const STATUSES = [
  'ok',
  'insufficient',
  'none',
  'no-source',
  'stale',
  'error',
] as const;

/** Measurements and what the catalogue says of metrics. */
export const metricSchemas = {
  MetricUnit: {
    type: 'string',
    enum: UNITS,
    description:
      'Durations are milliseconds, ratios 0 to 1, rates per day; times are multiples',
  },
  Statistic: { type: 'string', enum: STATISTICS },
  MeasurementStatus: { type: 'string', enum: STATUSES },
  Evidence: {
    type: 'object',
    required: ['kind', 'source', 'key', 'at', 'role'],
    additionalProperties: false,
    properties: {
      kind: { $ref: '#/components/schemas/FactKind' },
      source: { type: 'string' },
      key: { type: 'string' },
      at: { $ref: '#/components/schemas/EpochMs' },
      role: { type: 'string', enum: ['for', 'against', 'open'] },
      value: { type: 'number' },
      label: { type: 'string' },
      url: { type: 'string' },
      generated: { type: 'boolean' },
    },
  },
  Measurement: {
    type: 'object',
    required: [
      'metric',
      'status',
      'unit',
      'statistic',
      'n',
      'open',
      'minimum',
      'window',
      'asOf',
      'evidence',
      'generated',
    ],
    properties: {
      metric: { type: 'string' },
      status: { $ref: '#/components/schemas/MeasurementStatus' },
      value: { type: 'number' },
      unit: { $ref: '#/components/schemas/MetricUnit' },
      statistic: { $ref: '#/components/schemas/Statistic' },
      distribution: {
        type: 'object',
        required: ['mean', 'p50', 'p85', 'p90', 'p95', 'max'],
        additionalProperties: false,
        properties: {
          mean: { type: 'number' },
          p50: { type: 'number' },
          p85: { type: 'number' },
          p90: { type: 'number' },
          p95: { type: 'number' },
          max: { type: 'number' },
        },
      },
      n: { type: 'integer', minimum: 0 },
      numerator: { type: 'number' },
      denominator: { type: 'number' },
      open: { type: 'integer', minimum: 0 },
      unknown: { type: 'integer', minimum: 0 },
      parts: {
        type: 'object',
        description:
          'How the sample divides, such as faults by who noticed them',
        additionalProperties: { type: 'integer', minimum: 0 },
      },
      minimum: { type: 'integer', minimum: 0 },
      window: { $ref: '#/components/schemas/TimeWindow' },
      asOf: { $ref: '#/components/schemas/EpochMs' },
      connectedSince: { $ref: '#/components/schemas/EpochMs' },
      connectedUntil: { $ref: '#/components/schemas/EpochMs' },
      reason: { type: 'string' },
      missing: {
        type: 'array',
        items: { $ref: '#/components/schemas/FactKind' },
      },
      needs: {
        type: 'array',
        description: 'Settings of the entity without which it is not decided',
        items: {
          type: 'string',
          enum: [
            'team-size',
            'recovery-time-objective',
            'availability-target',
            'owner',
          ],
        },
      },
      portfolio: {
        type: 'object',
        description:
          'The number is inherited: it is of all services of the owner',
        required: ['owner'],
        additionalProperties: false,
        properties: { owner: { type: 'string' } },
      },
      evidence: {
        type: 'array',
        items: { $ref: '#/components/schemas/Evidence' },
      },
      generated: { type: 'boolean' },
    },
  },
  MetricSeries: {
    type: 'object',
    required: ['metric', 'bucket', 'points'],
    additionalProperties: false,
    properties: {
      metric: { type: 'string' },
      bucket: { type: 'string', enum: ['day', 'week'] },
      points: {
        type: 'array',
        items: { $ref: '#/components/schemas/Measurement' },
      },
    },
  },
  MetricDefinition: {
    type: 'object',
    required: [
      'id',
      'area',
      'title',
      'description',
      'unit',
      'direction',
      'statistic',
      'statistics',
      'requires',
      'minimum',
      'source',
      'page',
    ],
    properties: {
      id: { type: 'string' },
      area: {
        type: 'string',
        enum: METRIC_AREAS.map(({ id }) => id),
      },
      title: { $ref: '#/components/schemas/LocalizedText' },
      description: { $ref: '#/components/schemas/LocalizedText' },
      unit: { $ref: '#/components/schemas/MetricUnit' },
      direction: { type: 'string', enum: ['higher', 'lower'] },
      statistic: { $ref: '#/components/schemas/Statistic' },
      statistics: {
        type: 'array',
        items: { $ref: '#/components/schemas/Statistic' },
      },
      requires: {
        type: 'array',
        items: { $ref: '#/components/schemas/FactKind' },
      },
      measure: {
        type: 'string',
        description: 'Name of the readings that it is made of',
      },
      portfolio: {
        type: 'boolean',
        description: 'True when it is of all services of the owner',
      },
      minimum: { type: 'integer', minimum: 0 },
      source: { type: 'string' },
      page: { type: 'string' },
    },
  },
} as const;
