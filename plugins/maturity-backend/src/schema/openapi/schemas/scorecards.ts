const JUDGED = {
  type: 'object',
  required: ['status', 'unit', 'n'],
  additionalProperties: false,
  properties: {
    status: { $ref: '#/components/schemas/MeasurementStatus' },
    unit: { $ref: '#/components/schemas/MetricUnit' },
    n: { type: 'integer' },
    value: { type: 'number' },
    numerator: { type: 'number' },
  },
} as const;

/** Scorecards, levels and how they changed. */
export const scorecardSchemas = {
  CriterionOutcome: {
    type: 'object',
    required: ['outcome'],
    additionalProperties: false,
    properties: {
      outcome: {
        type: 'string',
        enum: ['pass', 'fail', 'undecided', 'not-applicable', 'waived'],
      },
      reason: {
        type: 'string',
        enum: [
          'no-source',
          'insufficient',
          'stale',
          'error',
          'attestation-missing',
          'nothing-happened',
          'history-missing',
        ],
      },
    },
  },
  CriterionCard: {
    type: 'object',
    required: ['criterion', 'result', 'atRisk'],
    additionalProperties: false,
    properties: {
      criterion: { $ref: '#/components/schemas/Criterion' },
      result: { $ref: '#/components/schemas/CriterionOutcome' },
      atRisk: { type: 'boolean' },
      measurement: { $ref: '#/components/schemas/Measurement' },
      others: {
        type: 'array',
        description:
          'Measurements of the other metrics that the criterion reads',
        items: { $ref: '#/components/schemas/Measurement' },
      },
      contradicted: {
        type: 'boolean',
        description:
          'True when automatic evidence contradicts what was attested',
      },
      attestation: { $ref: '#/components/schemas/Decision' },
    },
  },
  ScorecardNode: {
    type: 'object',
    required: ['id', 'title', 'applicable', 'levels', 'partlyNext', 'waived'],
    additionalProperties: false,
    properties: {
      id: { type: 'string' },
      title: { $ref: '#/components/schemas/LocalizedText' },
      description: { $ref: '#/components/schemas/LocalizedText' },
      applicable: { type: 'boolean' },
      levels: { $ref: '#/components/schemas/NodeLevels' },
      partlyNext: { type: 'boolean' },
      waived: { type: 'integer', minimum: 0 },
      children: {
        type: 'array',
        items: { $ref: '#/components/schemas/ScorecardNode' },
      },
      criteria: {
        type: 'array',
        items: { $ref: '#/components/schemas/CriterionCard' },
      },
    },
  },
  Scorecard: {
    type: 'object',
    required: [
      'entityRef',
      'model',
      'applied',
      'asOf',
      'knownAt',
      'window',
      'timeZone',
      'root',
      'standing',
      'atRisk',
      'index',
      'gaps',
      'generated',
    ],
    additionalProperties: false,
    properties: {
      entityRef: { type: 'string' },
      model: {
        type: 'object',
        required: [
          'id',
          'version',
          'scorecard',
          'title',
          'description',
          'attribution',
          'levels',
          'maxLevel',
        ],
        additionalProperties: false,
        properties: {
          id: { type: 'string' },
          version: { type: 'string' },
          scorecard: { $ref: '#/components/schemas/ScorecardKind' },
          title: { $ref: '#/components/schemas/LocalizedText' },
          description: { $ref: '#/components/schemas/LocalizedText' },
          attribution: { $ref: '#/components/schemas/LocalizedText' },
          levels: {
            type: 'array',
            items: { $ref: '#/components/schemas/LevelTitle' },
          },
          maxLevel: { $ref: '#/components/schemas/Level' },
        },
      },
      applied: {
        type: 'array',
        items: {
          type: 'object',
          required: ['id', 'version', 'title', 'scorecard', 'primary'],
          additionalProperties: false,
          properties: {
            id: { type: 'string' },
            version: { type: 'string' },
            title: { $ref: '#/components/schemas/LocalizedText' },
            scorecard: { $ref: '#/components/schemas/ScorecardKind' },
            primary: { type: 'boolean' },
          },
        },
      },
      asOf: { $ref: '#/components/schemas/EpochMs' },
      knownAt: { type: 'integer' },
      window: { $ref: '#/components/schemas/TimeWindow' },
      timeZone: { type: 'string' },
      root: { $ref: '#/components/schemas/ScorecardNode' },
      standing: { type: 'string', enum: ['held', 'new'] },
      atRisk: { type: 'boolean' },
      index: { type: 'number', minimum: 0, maximum: 100 },
      nextLevel: { $ref: '#/components/schemas/Level' },
      gaps: {
        type: 'array',
        items: {
          type: 'object',
          required: ['subItemId', 'subItemTitle', 'card'],
          additionalProperties: false,
          properties: {
            subItemId: { type: 'string' },
            subItemTitle: { $ref: '#/components/schemas/LocalizedText' },
            card: { $ref: '#/components/schemas/CriterionCard' },
          },
        },
      },
      generated: { type: 'boolean' },
      problems: {
        type: 'array',
        description: 'Settings of the entity that cannot be used',
        items: {
          type: 'object',
          required: ['annotation', 'value', 'message'],
          additionalProperties: false,
          properties: {
            annotation: { type: 'string' },
            value: { type: 'string' },
            message: { $ref: '#/components/schemas/LocalizedText' },
          },
        },
      },
    },
  },
  ChangeCause: {
    type: 'object',
    required: ['kind'],
    additionalProperties: false,
    properties: {
      kind: {
        type: 'string',
        enum: [
          'first',
          'event',
          'time',
          'model',
          'catalog',
          'decision',
          'expiry',
          'calendar',
          'portfolio',
          'restated',
        ],
      },
      event: {
        type: 'object',
        required: ['seq', 'source', 'id', 'type', 'occurredAt'],
        additionalProperties: false,
        properties: {
          seq: { type: 'integer' },
          source: { type: 'string' },
          id: { type: 'string' },
          type: { type: 'string' },
          occurredAt: { $ref: '#/components/schemas/EpochMs' },
        },
      },
    },
  },
  VerdictChange: {
    type: 'object',
    required: ['seq', 'asOf', 'model', 'version', 'cause', 'to', 'inputs'],
    additionalProperties: false,
    properties: {
      seq: { type: 'integer' },
      asOf: { $ref: '#/components/schemas/EpochMs' },
      knownAt: { type: 'integer' },
      model: { type: 'string' },
      version: { type: 'string' },
      cause: { $ref: '#/components/schemas/ChangeCause' },
      from: { $ref: '#/components/schemas/NodeLevels' },
      to: { $ref: '#/components/schemas/NodeLevels' },
      inputs: {
        type: 'array',
        items: {
          type: 'object',
          required: ['criterionId', 'subItemId', 'title', 'to'],
          additionalProperties: false,
          properties: {
            criterionId: { type: 'string' },
            subItemId: { type: 'string' },
            title: { $ref: '#/components/schemas/LocalizedText' },
            from: { $ref: '#/components/schemas/CriterionOutcome' },
            to: { $ref: '#/components/schemas/CriterionOutcome' },
            before: JUDGED,
            after: JUDGED,
          },
        },
      },
    },
  },
  Explanation: {
    type: 'object',
    required: ['sentence'],
    additionalProperties: false,
    properties: {
      change: { $ref: '#/components/schemas/VerdictChange' },
      sentence: { $ref: '#/components/schemas/LocalizedText' },
    },
  },
  LevelSeries: {
    type: 'object',
    required: ['knowledge', 'points'],
    additionalProperties: false,
    properties: {
      knowledge: { type: 'string', enum: ['then', 'now'] },
      points: {
        type: 'array',
        items: {
          type: 'object',
          required: ['at', 'levels'],
          additionalProperties: false,
          properties: {
            at: { $ref: '#/components/schemas/EpochMs' },
            levels: { $ref: '#/components/schemas/NodeLevels' },
          },
        },
      },
    },
  },
  EntityLevel: {
    type: 'object',
    required: ['entityRef', 'scorecard', 'model', 'version'],
    additionalProperties: false,
    properties: {
      entityRef: { type: 'string' },
      scorecard: { $ref: '#/components/schemas/ScorecardKind' },
      level: { $ref: '#/components/schemas/Level' },
      model: { type: 'string' },
      version: { type: 'string' },
      levels: { $ref: '#/components/schemas/NodeLevels' },
    },
  },
} as const;
