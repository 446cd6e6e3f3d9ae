import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { maturityEventIngestPermission } from '@devops-scorecards/plugin-maturity-common';
import type { ConfiguredSource } from './readIngestConfig';
import { sourceOfCaller } from './sourceOfCaller';

/**
 * The source that a service sends as.
 *
 * @remarks
 *
 * The permission is asked for always: a token that is limited to other
 * permissions must not get in, and Backstage limits it only where a route asks.
 *
 * @throws NotAllowedError when it may not send, or belongs to no source
 */
export async function sourceOfRequest(
  options: {
    permissions: PermissionsService;
    sources: readonly ConfiguredSource[];
  },
  credentials: BackstageCredentials<BackstageServicePrincipal>,
): Promise<ConfiguredSource> {
  const { permissions, sources } = options;
  const { subject } = credentials.principal;
  const [decision] = await permissions.authorize(
    [{ permission: maturityEventIngestPermission }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `The caller lacks the permission ${maturityEventIngestPermission.name}: add it to the token's accessRestrictions`,
    );
  }
  const source = sourceOfCaller(sources, subject);
  if (!source) {
    throw new NotAllowedError(
      `The caller '${subject}' belongs to no source: add it to maturity.sources.<source>.callers`,
    );
  }
  return source;
}
