import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_MATURITY_ENTITY } from '@devops-scorecards/plugin-maturity-common';
import { z } from 'zod';

/** What rules are asked about: an entity as the projection knows it. */
export interface MaturityEntityResource {
  entityRef: string;
  /** Lower case. */
  kind: string;
  ownerRef?: string;
}

/** A rule as a condition on columns of `entity_version`. */
export interface EntityFilter {
  column: 'owner_ref' | 'kind';
  /** One of these; none at all matches nothing. */
  values: string[];
}

/** Resource of the permissions that depend on the entity asked for. */
export const maturityEntityResourceRef = createPermissionResourceRef<
  MaturityEntityResource,
  EntityFilter
>().with({
  pluginId: 'maturity',
  resourceType: RESOURCE_TYPE_MATURITY_ENTITY,
});

const isEntityOwner = createPermissionRule({
  name: 'IS_ENTITY_OWNER',
  description: 'Allow entities that one of these owns',
  resourceRef: maturityEntityResourceRef,
  paramsSchema: z.object({
    owners: z
      .array(z.string())
      .describe('Entity refs of users and groups, one of which must own it'),
  }),
  apply: (resource, { owners }) =>
    resource.ownerRef !== undefined &&
    lowerCase(owners).includes(resource.ownerRef),
  toQuery: ({ owners }) => ({ column: 'owner_ref', values: lowerCase(owners) }),
});

const hasKind = createPermissionRule({
  name: 'HAS_KIND',
  description: 'Allow entities of one of these kinds',
  resourceRef: maturityEntityResourceRef,
  paramsSchema: z.object({
    kinds: z.array(z.string()).describe('Kinds, for example Component'),
  }),
  apply: (resource, { kinds }) => lowerCase(kinds).includes(resource.kind),
  toQuery: ({ kinds }) => ({ column: 'kind', values: lowerCase(kinds) }),
});

/** Every rule of the resource type, by the name of its condition. */
export const maturityEntityRules = { isEntityOwner, hasKind };

const conditionExports = createConditionExports({
  resourceRef: maturityEntityResourceRef,
  rules: maturityEntityRules,
});

/**
 * Conditions for policies: `isEntityOwner({ owners })` and
 * `hasKind({ kinds })`.
 *
 * @public
 */
export const maturityConditions = conditionExports.conditions;

/**
 * Makes the decision of a policy that allows what the conditions hold for.
 *
 * @public
 */
export const createMaturityConditionalDecision =
  conditionExports.createConditionalDecision;

function lowerCase(texts: readonly string[]): string[] {
  return texts.map(text => text.toLocaleLowerCase('en-US'));
}
