import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type PermissionCriteria,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { KnownEntity } from '../assessment/readKnownEntity';
import {
  maturityEntityResourceRef,
  type EntityFilter,
  type MaturityEntityResource,
} from './rules';

/** Options of {@link EntityAuthorizer.create}. */
export interface EntityAuthorizerOptions {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  catalog: CatalogService;
}

/**
 * Decides what a caller may see and do. Every route asks it.
 *
 * @remarks
 *
 * A permission limits a token only where a route asks for it, so services are
 * asked about as well. Beyond our own permissions, a user sees an entity only
 * if the catalog shows it to that user; the others do not exist for them.
 */
export class EntityAuthorizer {
  readonly #permissions: PermissionsService;
  readonly #registry: PermissionsRegistryService;
  readonly #catalog: CatalogService;

  static create(options: EntityAuthorizerOptions): EntityAuthorizer {
    return new EntityAuthorizer(options);
  }

  private constructor(options: EntityAuthorizerOptions) {
    this.#permissions = options.permissions;
    this.#registry = options.permissionsRegistry;
    this.#catalog = options.catalog;
  }

  /**
   * @throws NotAllowedError when the caller lacks the permission
   */
  async authorize(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw lacking(permission.name);
    }
  }

  /**
   * Lets the caller through to one entity.
   *
   * @param options - `entity`: what the projection knows under that ref
   * @returns the entity
   * @throws NotAllowedError when the caller lacks a permission on it
   * @throws NotFoundError when it does not exist as far as the caller may know
   */
  async authorizeEntity(options: {
    permissions: ResourcePermission[];
    entityRef: string;
    entity: KnownEntity | undefined;
    credentials: BackstageCredentials;
  }): Promise<KnownEntity> {
    const { permissions, entityRef, entity, credentials } = options;
    const decisions = await this.#decide(permissions, credentials);
    const visible =
      entity &&
      (await this.#visibleInCatalog([entityRef], credentials)).has(entityRef);
    if (!visible) {
      throw new NotFoundError(
        `There is no entity ${entityRef}, or the catalog has only just learnt of it: try again in two minutes`,
      );
    }
    const isAllowed = createConditionAuthorizer(
      this.#registry.getPermissionRuleset(maturityEntityResourceRef),
    );
    decisions.forEach((decision, index) => {
      if (!isAllowed(decision, toResource(entity))) {
        throw lacking(permissions[index].name, entityRef);
      }
    });
    return entity;
  }

  /**
   * Whether a caller that is through to an entity may do something more.
   *
   * @param options - `entity`: as {@link EntityAuthorizer.authorizeEntity}
   *   answered it
   */
  async mayOnEntity(options: {
    permission: ResourcePermission;
    entity: KnownEntity;
    credentials: BackstageCredentials;
  }): Promise<boolean> {
    const { permission, entity, credentials } = options;
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    const isAllowed = createConditionAuthorizer(
      this.#registry.getPermissionRuleset(maturityEntityResourceRef),
    );
    return isAllowed(decision, toResource(entity));
  }

  /**
   * What a caller may read of a list.
   *
   * @returns conditions on the entities, where the permission has some
   * @throws NotAllowedError when the caller lacks the permission
   */
  async criteria(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<PermissionCriteria<EntityFilter> | undefined> {
    const [decision] = await this.#decide([permission], credentials);
    return decision.result === AuthorizeResult.CONDITIONAL
      ? createConditionTransformer(
          this.#registry.getPermissionRuleset(maturityEntityResourceRef),
        )(decision.conditions)
      : undefined;
  }

  /** Those of some entities that the catalog shows to the caller. */
  async visible(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    return this.#visibleInCatalog(entityRefs, credentials);
  }

  async #decide(
    permissions: ResourcePermission[],
    credentials: BackstageCredentials,
  ): Promise<PolicyDecision[]> {
    const decisions = await this.#permissions.authorizeConditional(
      permissions.map(permission => ({ permission })),
      { credentials },
    );
    decisions.forEach((decision, index) => {
      if (decision.result === AuthorizeResult.DENY) {
        throw lacking(permissions[index].name);
      }
    });
    return decisions;
  }

  async #visibleInCatalog(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    // The catalog shows everything to services; asking it on behalf of its own
    // module while it processes entities would only go round in circles.
    if (isService(credentials) || entityRefs.length === 0) {
      return new Set(entityRefs);
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata.namespace', 'metadata.name'] },
      { credentials },
    );
    return new Set(entityRefs.filter((_, index) => items[index]));
  }
}

/** What the rules look at. */
export function toResource(entity: KnownEntity): MaturityEntityResource {
  const { entityRef, kind, ownerRef } = entity;
  return { entityRef, kind, ownerRef };
}

function isService(credentials: BackstageCredentials): boolean {
  return (credentials.principal as { type?: string }).type === 'service';
}

function lacking(permission: string, entityRef?: string): NotAllowedError {
  return new NotAllowedError(
    `The caller lacks the permission ${permission}${
      entityRef ? ` on ${entityRef}` : ''
    }: ask whoever runs the portal for it`,
  );
}
