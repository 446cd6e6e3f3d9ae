/** What neither database could look for: a NUL character in a text. */
export const TEXT_WITHOUT_NUL = '^[^\\u0000]*$';

/** The end of the year 9999, the last that RFC 3339 can write. */
const LAST_TIME = 253_402_300_799_999;

const NAME = { type: 'string', pattern: TEXT_WITHOUT_NUL } as const;

const EPOCH_MS = {
  type: 'integer',
  minimum: 0,
  maximum: LAST_TIME,
  description: 'Epoch milliseconds, UTC',
} as const;

/** A number of the knowledge sequence. */
export const SEQUENCE = {
  type: 'integer',
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
} as const;

/** Parameters that several routes take. */
export const parameters = {
  kind: {
    name: 'kind',
    in: 'path',
    required: true,
    schema: NAME,
    description: 'Kind of the entity, for example component',
  },
  namespace: {
    name: 'namespace',
    in: 'path',
    required: true,
    schema: NAME,
    description: 'Namespace of the entity, for example default',
  },
  name: {
    name: 'name',
    in: 'path',
    required: true,
    schema: NAME,
    description: 'Name of the entity',
  },
  model: {
    name: 'model',
    in: 'query',
    required: false,
    schema: { type: 'string', minLength: 1 },
    description: 'Model id; the primary model of the entity where it is absent',
  },
  scorecard: {
    name: 'scorecard',
    in: 'query',
    required: false,
    schema: { $ref: '#/components/schemas/ScorecardKind' },
    description:
      'Whose primary model to take where no model is named; maturity where it is absent',
  },
  asOf: {
    name: 'asOf',
    in: 'query',
    required: false,
    schema: EPOCH_MS,
    description: 'The time that the answer is about; now where it is absent',
  },
  knownAt: {
    name: 'knownAt',
    in: 'query',
    required: false,
    schema: SEQUENCE,
    description:
      'Knowledge sequence: what became known later is left out; everything known now where it is absent',
  },
  from: {
    name: 'from',
    in: 'query',
    required: false,
    schema: EPOCH_MS,
    description: 'Start of the window, together with `to`',
  },
  to: {
    name: 'to',
    in: 'query',
    required: false,
    schema: EPOCH_MS,
    description: 'End of the window, not part of it, together with `from`',
  },
  limit: {
    name: 'limit',
    in: 'query',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 500 },
    description: 'Most items to answer, 50 unless told',
  },
} as const;

/** What every route below an entity takes. */
export const entityPath = [
  { $ref: '#/components/parameters/kind' },
  { $ref: '#/components/parameters/namespace' },
  { $ref: '#/components/parameters/name' },
] as const;
