const error = (description: string) =>
  ({
    description,
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/Error' } },
    },
  } as const);

/** Answers that several routes give. */
export const responses = {
  InvalidRequest: error(
    'A parameter or the body is wrong; the message says what to change',
  ),
  NotAuthenticated: error('No credentials, or such as are not valid'),
  NotAllowed: error('The caller lacks the permission'),
  NotFound: error('It does not exist, or the caller may not know of it'),
  TooLarge: error('The body or the batch is larger than it may be'),
  Conflict: error(
    'It stands differently by now; the message says what is left to do',
  ),
  UnsupportedMediaType: error('The content type is none that this door takes'),
  Unavailable: error(
    'The database cannot be reached; try again after Retry-After',
  ),
} as const;

/** The errors of a read of one entity. */
export const entityErrors = {
  '400': { $ref: '#/components/responses/InvalidRequest' },
  '401': { $ref: '#/components/responses/NotAuthenticated' },
  '403': { $ref: '#/components/responses/NotAllowed' },
  '404': { $ref: '#/components/responses/NotFound' },
  '503': { $ref: '#/components/responses/Unavailable' },
} as const;

/** A successful answer of a schema below `components`. */
export function answer<Name extends string>(name: Name, description: string) {
  return {
    description,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${name}` as const },
      },
    },
  } as const;
}

/** A successful answer that lists items of a schema below `components`. */
export function listOf<Name extends string>(name: Name, description: string) {
  return {
    description,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['items'],
          additionalProperties: false,
          properties: {
            items: {
              type: 'array',
              items: { $ref: `#/components/schemas/${name}` as const },
            },
          },
        },
      },
    },
  } as const;
}
