import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  canonicalUserRef,
  maturityOperationsManagePermission,
  maturityOperationsReadPermission,
} from '@devops-scorecards/plugin-maturity-common';
import type { Request } from 'express';
import type { ConfiguredSource } from '../ingest/readIngestConfig';
import { sourceOfRequest } from '../ingest/sourceOfRequest';
import type { EntityAuthorizer } from '../permissions';

type AnyRequest = Request<any, any, any, any, any>;

/** Who brings history in, and of which source. */
export interface ImportCaller {
  /** Entity ref of a user, or subject of a service. */
  who: string;
  /** The one source of a service; people may choose any. */
  source?: ConfiguredSource;
}

/** Decides who may bring history in, and look at what was brought in. */
export class ImportAccess {
  readonly #httpAuth: HttpAuthService;
  readonly #permissions: PermissionsService;
  readonly #authorizer: EntityAuthorizer;
  readonly #sources: readonly ConfiguredSource[];

  static create(options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    authorizer: EntityAuthorizer;
    sources: readonly ConfiguredSource[];
  }): ImportAccess {
    return new ImportAccess(options);
  }

  private constructor(options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    authorizer: EntityAuthorizer;
    sources: readonly ConfiguredSource[];
  }) {
    this.#httpAuth = options.httpAuth;
    this.#permissions = options.permissions;
    this.#authorizer = options.authorizer;
    this.#sources = options.sources;
  }

  /**
   * @throws NotAllowedError when a person may not do that with imports, or a
   *   service may not send events
   */
  async callerOf(
    request: AnyRequest,
    action: 'read' | 'manage',
  ): Promise<ImportCaller> {
    const credentials = await this.#httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    if (this.#isService(credentials.principal)) {
      const { subject } = credentials.principal;
      const source = await sourceOfRequest(
        { permissions: this.#permissions, sources: this.#sources },
        { ...credentials, principal: credentials.principal },
      );
      return { who: subject, source };
    }
    await this.#authorizer.authorize(
      action === 'read'
        ? maturityOperationsReadPermission
        : maturityOperationsManagePermission,
      credentials,
    );
    return { who: canonicalUserRef(credentials.principal.userEntityRef) };
  }

  /**
   * The source to bring history in as.
   *
   * @param name - what the caller asks for
   * @throws InputError when none is configured by that name
   */
  chosenSource(caller: ImportCaller, name?: string): ConfiguredSource {
    if (caller.source) {
      if (name !== undefined && name !== caller.source.name) {
        throw new NotAllowedError(
          `The caller sends as the source '${caller.source.name}': leave source out, or say that`,
        );
      }
      return caller.source;
    }
    const source = this.#sources.find(configured => configured.name === name);
    if (!source) {
      throw new InputError(
        `source must be one that is configured: ${
          this.#sources.map(configured => configured.name).join(', ') ||
          'none is, add one to maturity.sources'
        }`,
      );
    }
    return source;
  }

  /**
   * The source of an import, once it is known that the caller may touch it.
   *
   * @throws NotFoundError when it is another source's, for services
   * @throws InputError when it is no longer configured
   */
  sourceOf(
    caller: ImportCaller,
    found: { id: string; source: string },
  ): ConfiguredSource {
    this.requireOwn(caller, found);
    const source = this.#sources.find(({ name }) => name === found.source);
    if (!source) {
      throw new InputError(
        `The source '${found.source}' is not configured any more: add it to maturity.sources, or abort the import`,
      );
    }
    return source;
  }

  /** @throws NotFoundError when it is another source's, for services */
  requireOwn(
    caller: ImportCaller,
    found: { id: string; source: string },
  ): void {
    if (caller.source && caller.source.name !== found.source) {
      throw new NotFoundError(`There is no import ${found.id}`);
    }
  }

  #isService(principal: {
    type: string;
  }): principal is { type: 'service'; subject: string } {
    return principal.type === 'service';
  }
}
