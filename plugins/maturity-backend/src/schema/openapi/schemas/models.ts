/** Models as packs define them. */
export const modelSchemas = {
  Provenance: {
    type: 'object',
    required: ['kind', 'source'],
    properties: {
      kind: { type: 'string', enum: ['sourced', 'practitioner', 'inferred'] },
      source: { type: 'string' },
      note: { $ref: '#/components/schemas/LocalizedText' },
    },
  },
  Criterion: {
    type: 'object',
    description:
      'By `kind` further properties: metric (metric, statistic, operator, threshold, onNone, alternative), catalog (path, oneOf), attestation (statement, evidence, contradictedBy), sustained (atLeast, daysAgo)',
    required: ['id', 'kind', 'level', 'title', 'provenance'],
    properties: {
      id: { type: 'string' },
      kind: {
        type: 'string',
        enum: ['metric', 'catalog', 'attestation', 'sustained'],
      },
      level: { $ref: '#/components/schemas/Level' },
      title: { $ref: '#/components/schemas/LocalizedText' },
      guidance: { $ref: '#/components/schemas/LocalizedText' },
      effort: { type: 'string', enum: ['S', 'M', 'L'] },
      mustHave: { type: 'boolean' },
      waivable: { type: 'boolean' },
      provenance: { $ref: '#/components/schemas/Provenance' },
    },
  },
  ModelNode: {
    type: 'object',
    description: 'A group with children, or a sub-item with criteria',
    required: ['id', 'title'],
    properties: {
      id: { type: 'string' },
      title: { $ref: '#/components/schemas/LocalizedText' },
      description: { $ref: '#/components/schemas/LocalizedText' },
      children: {
        type: 'array',
        items: { $ref: '#/components/schemas/ModelNode' },
      },
      criteria: {
        type: 'array',
        items: { $ref: '#/components/schemas/Criterion' },
      },
    },
  },
  LevelTitle: {
    type: 'object',
    required: ['level', 'title'],
    properties: {
      level: { $ref: '#/components/schemas/Level' },
      title: { $ref: '#/components/schemas/LocalizedText' },
    },
  },
  Model: {
    type: 'object',
    required: [
      'id',
      'scorecard',
      'version',
      'effectiveFrom',
      'title',
      'description',
      'attribution',
      'levels',
      'maxLevel',
      'children',
    ],
    properties: {
      id: { type: 'string' },
      scorecard: { $ref: '#/components/schemas/ScorecardKind' },
      version: { type: 'string' },
      effectiveFrom: { type: 'string' },
      title: { $ref: '#/components/schemas/LocalizedText' },
      description: { $ref: '#/components/schemas/LocalizedText' },
      attribution: { $ref: '#/components/schemas/LocalizedText' },
      target: { type: 'object' },
      levels: {
        type: 'array',
        items: { $ref: '#/components/schemas/LevelTitle' },
      },
      maxLevel: { $ref: '#/components/schemas/Level' },
      children: {
        type: 'array',
        items: { $ref: '#/components/schemas/ModelNode' },
      },
    },
  },
  ModelCheck: {
    type: 'object',
    required: ['problems'],
    additionalProperties: false,
    properties: {
      model: { $ref: '#/components/schemas/ModelSummary' },
      problems: {
        type: 'array',
        description: 'Each with file, line, path and what to do',
        items: { type: 'string' },
      },
    },
  },
  ModelSummary: {
    type: 'object',
    required: [
      'id',
      'scorecard',
      'version',
      'title',
      'description',
      'maxLevel',
      'subItems',
      'criteria',
    ],
    additionalProperties: false,
    properties: {
      id: { type: 'string' },
      scorecard: { $ref: '#/components/schemas/ScorecardKind' },
      version: { type: 'string' },
      title: { $ref: '#/components/schemas/LocalizedText' },
      description: { $ref: '#/components/schemas/LocalizedText' },
      maxLevel: { $ref: '#/components/schemas/Level' },
      subItems: { type: 'integer' },
      criteria: { type: 'integer' },
    },
  },
} as const;
