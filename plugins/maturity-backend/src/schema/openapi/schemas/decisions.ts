import { TEXT_WITHOUT_NUL } from '../parameters';

const TEXT = { type: 'string', minLength: 1, pattern: TEXT_WITHOUT_NUL };

const REASON = {
  ...TEXT,
  maxLength: 2_000,
  description: 'Why, for whoever reads it in a year',
} as const;

const EVIDENCE = {
  type: 'array',
  maxItems: 20,
  items: { $ref: '#/components/schemas/EvidenceItem' },
} as const;

const FACT = {
  type: 'object',
  required: ['kind', 'source', 'key'],
  additionalProperties: false,
  properties: {
    kind: { $ref: '#/components/schemas/FactKind' },
    source: { ...TEXT, maxLength: 255 },
    key: { ...TEXT, maxLength: 512 },
  },
} as const;

const CORRECTION = {
  fact: FACT,
  exclude: {
    type: 'boolean',
    description: 'True leaves the fact out, false takes it back in',
  },
  fields: {
    type: 'object',
    maxProperties: 20,
    description: 'What is so; only fields that people can correct',
  },
  clears: {
    type: 'array',
    maxItems: 20,
    items: { ...TEXT, maxLength: 64 },
    description: 'Fields that are not so and whose value is not known',
  },
} as const;

const ATTESTATION = {
  model: { ...TEXT, maxLength: 255 },
  criterionId: { ...TEXT, maxLength: 255 },
} as const;

const STATE = {
  type: 'string',
  enum: ['proposed', 'approved', 'rejected', 'withdrawn'],
} as const;

const TIME = { $ref: '#/components/schemas/EpochMs' } as const;

/** Decisions of people and what they rest on. */
export const decisionSchemas = {
  EvidenceItem: {
    type: 'object',
    required: ['title'],
    additionalProperties: false,
    properties: {
      title: { ...TEXT, maxLength: 200 },
      url: { ...TEXT, maxLength: 2_048, description: 'http or https' },
      sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      mediaType: {
        type: 'string',
        enum: ['application/pdf', 'image/png', 'image/jpeg', 'text/plain'],
        description: 'Of an upload',
      },
      size: { type: 'integer', minimum: 0, description: 'Bytes of an upload' },
    },
  },
  DecisionContent: {
    oneOf: [
      {
        type: 'object',
        required: ['kind', 'model', 'criterionId'],
        additionalProperties: false,
        properties: {
          kind: { type: 'string', enum: ['attest'] },
          ...ATTESTATION,
        },
      },
      {
        type: 'object',
        required: ['kind', 'fact'],
        additionalProperties: false,
        properties: {
          kind: { type: 'string', enum: ['correct'] },
          ...CORRECTION,
        },
      },
    ],
  },
  DecisionState: STATE,
  DecisionKind: { type: 'string', enum: ['attest', 'correct'] },
  Decision: {
    type: 'object',
    required: [
      'id',
      'entityRef',
      'state',
      'content',
      'author',
      'reason',
      'evidence',
      'createdAt',
      'validFrom',
      'steps',
    ],
    additionalProperties: false,
    properties: {
      id: { type: 'string' },
      entityRef: { type: 'string' },
      state: STATE,
      content: { $ref: '#/components/schemas/DecisionContent' },
      author: { type: 'string', description: 'Entity ref of a user' },
      decider: {
        type: 'string',
        description: 'Another user; absent while nobody decided or had to',
      },
      reason: { type: 'string' },
      evidence: EVIDENCE,
      createdAt: TIME,
      validFrom: TIME,
      validTo: TIME,
      renews: { type: 'string' },
      steps: {
        type: 'array',
        description: 'The oldest first',
        items: {
          type: 'object',
          required: ['seq', 'state', 'actor', 'at'],
          additionalProperties: false,
          properties: {
            seq: { type: 'integer' },
            state: STATE,
            actor: { type: 'string' },
            at: TIME,
            reason: { type: 'string' },
          },
        },
      },
      effect: {
        type: 'object',
        description: 'What a correction does to levels',
        required: ['raises', 'levels'],
        additionalProperties: false,
        properties: {
          raises: { type: 'boolean' },
          levels: {
            type: 'array',
            items: {
              type: 'object',
              required: ['model'],
              additionalProperties: false,
              properties: {
                model: { type: 'string' },
                from: { $ref: '#/components/schemas/Level' },
                to: { $ref: '#/components/schemas/Level' },
              },
            },
          },
        },
      },
    },
  },
  AttestationRequest: {
    type: 'object',
    required: ['model', 'criterionId', 'reason', 'evidence'],
    additionalProperties: false,
    properties: {
      ...ATTESTATION,
      reason: REASON,
      evidence: EVIDENCE,
      validTo: TIME,
      renews: { ...TEXT, maxLength: 36 },
    },
  },
  CorrectionRequest: {
    type: 'object',
    required: ['fact', 'reason'],
    additionalProperties: false,
    properties: { ...CORRECTION, reason: REASON, evidence: EVIDENCE },
  },
  StepRequest: {
    type: 'object',
    additionalProperties: false,
    properties: { reason: { ...REASON, minLength: 0 } },
  },
  ImportRequest: {
    type: 'object',
    required: ['entityRef', 'content', 'author', 'reason', 'createdAt'],
    additionalProperties: false,
    properties: {
      entityRef: { ...TEXT, maxLength: 512 },
      content: { $ref: '#/components/schemas/DecisionContent' },
      author: { ...TEXT, maxLength: 512 },
      decider: {
        ...TEXT,
        maxLength: 512,
        description:
          'Absent on an attestation that nobody has decided on: it waits for another person',
      },
      reason: REASON,
      evidence: EVIDENCE,
      createdAt: TIME,
      validFrom: TIME,
      validTo: TIME,
    },
  },
} as const;
