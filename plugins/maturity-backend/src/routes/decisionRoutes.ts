import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  canonicalUserRef,
  maturityDecisionCreatePermission,
  maturityDecisionImportPermission,
  maturityDecisionReviewPermission,
  maturityScorecardReadPermission,
  type Decision,
} from '@devops-scorecards/plugin-maturity-common';
import type { Request } from 'express';
import type { KnownEntity } from '../assessment/readKnownEntity';
import { audited } from '../permissions';
import type { MaturityRouter, RouteOptions } from './types';

/** Items in a list unless told. */
const DEFAULT_LIMIT = 50;

const BASE = '/v1/entities/:kind/:namespace/:name';
const STEPS = ['approve', 'reject', 'withdraw'] as const;

type AnyRequest = Request<any, any, any, any, any>;

/** Routes about decisions of people, apart from their documents. */
export function addDecisionRoutes(
  router: MaturityRouter,
  options: RouteOptions,
): void {
  const { auditor, authorizer, decisions, entities, httpAuth } = options;

  /** Only people decide; a token of a service is no person. */
  const userOf = (request: AnyRequest) =>
    httpAuth.credentials(request, { allow: ['user'] });

  async function entityOf(
    entityRef: string,
    credentials: BackstageCredentials,
    permission?: ResourcePermission,
  ): Promise<KnownEntity> {
    return authorizer.authorizeEntity({
      permissions: [
        maturityScorecardReadPermission,
        ...(permission ? [permission] : []),
      ],
      entityRef,
      entity: await entities.find(entityRef),
      credentials,
    });
  }

  /** The decision, once it is known that the caller may see its entity. */
  async function decisionOf(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<{ decision: Decision; entity: KnownEntity }> {
    const decision = await decisions.reader.get(id);
    const entity = await entityOf(decision.entityRef, credentials);
    return { decision, entity };
  }

  router.post(`${BASE}/attestations`, async (request, response) => {
    const entityRef = refOf(request.params);
    const { model, criterionId, ...proposal } = request.body;
    const meta = { entityRef, model, criterionId };
    await audited(
      auditor,
      { eventId: 'decision-attest', request, meta },
      async () => {
        const credentials = await userOf(request);
        const entity = await entityOf(
          entityRef,
          credentials,
          maturityDecisionCreatePermission,
        );
        response.status(201).json(
          await decisions.service.attest({
            ...proposal,
            entity,
            author: canonicalUserRef(credentials.principal.userEntityRef),
            content: { kind: 'attest', model, criterionId },
          }),
        );
      },
    );
  });

  router.post(`${BASE}/corrections`, async (request, response) => {
    const entityRef = refOf(request.params);
    const { fact, exclude, fields, clears, reason, evidence } = request.body;
    const meta = { entityRef, fact: { ...fact } };
    await audited(
      auditor,
      { eventId: 'decision-correct', request, meta },
      async () => {
        const credentials = await userOf(request);
        const entity = await entityOf(
          entityRef,
          credentials,
          maturityDecisionCreatePermission,
        );
        response.status(201).json(
          await decisions.service.correct({
            entity,
            author: canonicalUserRef(credentials.principal.userEntityRef),
            content: { kind: 'correct', fact, exclude, fields, clears },
            reason,
            evidence,
          }),
        );
      },
    );
  });

  router.get('/v1/decisions', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { entityRef, kind, state, limit = DEFAULT_LIMIT } = request.query;
    const criteria = await authorizer.criteria(
      maturityScorecardReadPermission,
      credentials,
    );
    response.json({
      items: await decisions.reader.list({
        entityRef: entityRef?.toLocaleLowerCase('en-US'),
        kind,
        state,
        limit,
        criteria,
        visible: refs => authorizer.visible(refs, credentials),
      }),
    });
  });

  router.get('/v1/decisions/:id', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { decision } = await decisionOf(request.params.id, credentials);
    response.json(decision);
  });

  for (const step of STEPS) {
    router.post(`/v1/decisions/:id/${step}`, async (request, response) => {
      const { id } = request.params;
      await audited(
        auditor,
        { eventId: 'decision-step', request, meta: { id, step } },
        async () => {
          const credentials = await userOf(request);
          const { entity } = await decisionOf(id, credentials);
          response.json(
            await decisions.service.decide({
              entity,
              id,
              step,
              actor: canonicalUserRef(credentials.principal.userEntityRef),
              mayReview: await authorizer.mayOnEntity({
                permission: maturityDecisionReviewPermission,
                entity,
                credentials,
              }),
              reason: request.body.reason,
            }),
          );
        },
      );
    });
  }

  router.post('/v1/decisions/import', async (request, response) => {
    const { entityRef: written, ...imported } = request.body;
    const entityRef = written.toLocaleLowerCase('en-US');
    const { author, decider, content } = imported;
    const meta = { entityRef, author, decider, kind: content.kind };
    await audited(
      auditor,
      { eventId: 'decision-import', request, meta },
      async () => {
        const credentials = await httpAuth.credentials(request, {
          allow: ['service'],
        });
        await authorizer.authorize(
          maturityDecisionImportPermission,
          credentials,
        );
        const entity = await authorizer.authorizeEntity({
          permissions: [],
          entityRef,
          entity: await entities.find(entityRef),
          credentials,
        });
        response
          .status(201)
          .json(await decisions.service.import({ ...imported, entity }));
      },
    );
  });
}

function refOf(path: { kind: string; namespace: string; name: string }) {
  const { kind, namespace, name } = path;
  return stringifyEntityRef({ kind, namespace, name });
}
