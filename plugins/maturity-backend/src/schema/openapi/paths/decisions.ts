import { entityPath, TEXT_WITHOUT_NUL } from '../parameters';
import { answer, entityErrors, listOf } from '../responses';

const ID = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: TEXT_WITHOUT_NUL },
  description: 'Id of the decision',
} as const;

const CONFLICT = { $ref: '#/components/responses/Conflict' } as const;

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

function step<Id extends string>(operationId: Id, summary: string) {
  return {
    post: {
      operationId,
      tags: ['Decisions'],
      summary,
      parameters: [ID],
      requestBody: body('StepRequest'),
      responses: {
        '200': answer('Decision', 'As it stands now'),
        '409': CONFLICT,
        ...entityErrors,
      },
    },
  } as const;
}

/** Routes about decisions of people. */
export const decisionPaths = {
  '/v1/entities/{kind}/{namespace}/{name}/attestations': {
    post: {
      operationId: 'attest',
      tags: ['Decisions'],
      summary: 'Proposes that a criterion is met',
      description:
        'It counts once another person approves it, for at most twelve months.',
      parameters: [...entityPath],
      requestBody: body('AttestationRequest'),
      responses: {
        '201': answer('Decision', 'Proposed'),
        '409': CONFLICT,
        ...entityErrors,
      },
    },
  },
  '/v1/entities/{kind}/{namespace}/{name}/corrections': {
    post: {
      operationId: 'correct',
      tags: ['Decisions'],
      summary: 'Corrects a fact',
      description:
        'It counts at once; where it raises a level, once another person approves it.',
      parameters: [...entityPath],
      requestBody: body('CorrectionRequest'),
      responses: {
        '201': answer('Decision', 'Approved, or proposed'),
        '409': CONFLICT,
        ...entityErrors,
      },
    },
  },
  '/v1/decisions': {
    get: {
      operationId: 'listDecisions',
      tags: ['Decisions'],
      summary: 'Decisions on entities that the caller may see, newest first',
      parameters: [
        {
          name: 'entityRef',
          in: 'query',
          required: false,
          allowReserved: true,
          schema: {
            type: 'string',
            minLength: 1,
            maxLength: 512,
            pattern: TEXT_WITHOUT_NUL,
          },
          description: 'Only those on this entity',
        },
        {
          name: 'kind',
          in: 'query',
          required: false,
          schema: { $ref: '#/components/schemas/DecisionKind' },
          description: 'Only attestations, or only corrections',
        },
        {
          name: 'state',
          in: 'query',
          required: false,
          schema: { $ref: '#/components/schemas/DecisionState' },
          description: 'Only those that stand there',
        },
        { $ref: '#/components/parameters/limit' },
      ],
      responses: { '200': listOf('Decision', 'Decisions'), ...entityErrors },
    },
  },
  '/v1/decisions/{id}': {
    get: {
      operationId: 'getDecision',
      tags: ['Decisions'],
      summary: 'One decision with all its steps',
      parameters: [ID],
      responses: { '200': answer('Decision', 'Decision'), ...entityErrors },
    },
  },
  '/v1/decisions/{id}/approve': step(
    'approveDecision',
    'Has what another person proposed count',
  ),
  '/v1/decisions/{id}/reject': step(
    'rejectDecision',
    'Turns down what another person proposed; takes a reason',
  ),
  '/v1/decisions/{id}/withdraw': step(
    'withdrawDecision',
    'Takes back a proposal, or an attestation that counts; takes a reason',
  ),
  '/v1/decisions/import': {
    post: {
      operationId: 'importDecision',
      tags: ['Decisions'],
      summary:
        'Takes in a decision that two people made elsewhere, or an attestation that waits',
      description:
        'For service tokens. The same decision again changes nothing and is answered as it stands.',
      requestBody: body('ImportRequest'),
      responses: {
        '201': answer('Decision', 'As it stands'),
        '409': CONFLICT,
        ...entityErrors,
      },
    },
  },
} as const;

const BYTES = {
  schema: { type: 'string', contentMediaType: 'application/octet-stream' },
} as const;

const DOCUMENT = {
  'application/pdf': BYTES,
  'image/png': BYTES,
  'image/jpeg': BYTES,
  'text/plain': BYTES,
} as const;

/**
 * Documents. They pass as raw bytes, so they stand in front of this
 * description's validation and are only documented by it.
 */
export const evidencePaths = {
  '/v1/evidence': {
    post: {
      operationId: 'uploadEvidence',
      tags: ['Decisions'],
      summary: 'Uploads a document of at most 5 MB',
      description:
        'What no decision names within a day is deleted. The bytes must be of the type that the header says.',
      parameters: [
        {
          name: 'title',
          in: 'query',
          required: true,
          schema: { type: 'string', minLength: 1, maxLength: 200 },
          description: 'What the document is called',
        },
      ],
      requestBody: { required: true, content: DOCUMENT },
      responses: {
        '201': answer('EvidenceItem', 'To be named in a decision'),
        '413': { $ref: '#/components/responses/TooLarge' },
        ...entityErrors,
      },
    },
  },
  '/v1/decisions/{id}/evidence/{sha256}': {
    get: {
      operationId: 'downloadEvidence',
      tags: ['Decisions'],
      summary: 'An uploaded document of a decision, as an attachment',
      parameters: [
        ID,
        {
          name: 'sha256',
          in: 'path',
          required: true,
          schema: { type: 'string' },
          description: 'Its hash',
        },
      ],
      responses: {
        '200': { description: 'The document', content: DOCUMENT },
        ...entityErrors,
      },
    },
  },
} as const;
