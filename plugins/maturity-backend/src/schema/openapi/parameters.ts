const EPOCH_MS = {
  type: 'integer',
  minimum: 0,
  description: 'Epoch milliseconds, UTC',
} as const;

/** Parameters that several routes take. */
export const parameters = {
  kind: {
    name: 'kind',
    in: 'path',
    required: true,
    schema: { type: 'string' },
    description: 'Kind of the entity, for example component',
  },
  namespace: {
    name: 'namespace',
    in: 'path',
    required: true,
    schema: { type: 'string' },
    description: 'Namespace of the entity, for example default',
  },
  name: {
    name: 'name',
    in: 'path',
    required: true,
    schema: { type: 'string' },
    description: 'Name of the entity',
  },
  model: {
    name: 'model',
    in: 'query',
    required: false,
    schema: { type: 'string', minLength: 1 },
    description: 'Model id; the primary model of the entity where it is absent',
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
    schema: { type: 'integer', minimum: 0 },
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
