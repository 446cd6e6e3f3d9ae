import {
  type DeploymentFields,
  type EpochMs,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { healthSince, identifyNotification } from './identifyNotification';
import { isRollback } from './isRollback';
import type { ArgocdPayload } from './payloadSchema';
import type { ArgocdSettings } from './settings';

/** How far an operation is and, when it has ended, how. */
interface Progress {
  rank: StatementRank;
  occurredAt: EpochMs;
  finishedAt?: EpochMs;
  outcome?: DeploymentFields['outcome'];
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Where an address of a container image names what is in it. */
const DIGEST = /@(sha256:[0-9a-f]{64})$/;

/**
 * A notification shows an operation of an application: one rollout to one
 * environment.
 *
 * @remarks
 *
 * What is done to chosen resources is no deployment: so Argo CD mends what
 * somebody changed in the cluster, and it keeps no history of it.
 *
 * @param payload - as our template renders it
 * @param options - `receivedAt`: stands in where the operation tells no end
 * @returns nothing where the notification tells of no deployment
 */
export function mapNotification(
  payload: ArgocdPayload,
  options: {
    settings: ArgocdSettings;
    context: MappingContext;
    receivedAt: EpochMs;
  },
): Statement<'deployment'> | undefined {
  const { settings, context } = options;
  const { application, operation } = payload;
  const { startedAt } = operation;
  const progress = progressOf(payload, settings, options.receivedAt);
  if (
    startedAt === undefined ||
    progress === undefined ||
    operation.dryRun ||
    operation.chosenResources > 0
  ) {
    return undefined;
  }
  const { rank, occurredAt, finishedAt, outcome } = progress;
  const environment = environmentOf(payload, context);
  const [{ chart = undefined } = {}, ...others] = application.sources;
  const ofChart = chart !== undefined && others.length === 0;
  const fields: DeploymentFields = {
    environment,
    tier: context.tierOf(environment),
    service: application.name,
    version: ofChart ? operation.revision : undefined,
    commit:
      !ofChart && COMMIT.test(operation.revision ?? '')
        ? operation.revision
        : undefined,
    artifact: artifactOf(payload),
    execution: 'pipeline',
    startedBy: starterOf(payload, settings),
    purpose: isRollback(payload) ? 'rollback' : undefined,
    startedAt,
    finishedAt,
    outcome,
    url: applicationUrl(payload),
  };
  return {
    kind: 'deployment',
    key: identifyNotification(payload).key,
    rank,
    occurredAt,
    fields: said(fields),
  };
}

/**
 * An operation that is tried again has a time of its end while it is running,
 * so only its phase says that it has ended.
 */
function progressOf(
  payload: ArgocdPayload,
  { degradedWithinMs }: ArgocdSettings,
  receivedAt: EpochMs,
): Progress | undefined {
  const { operation, health } = payload;
  const finishedAt = operation.finishedAt ?? receivedAt;
  const ended = {
    rank: StatementRank.Finished,
    occurredAt: finishedAt,
    finishedAt,
  };
  switch (operation.phase) {
    case 'Running':
    case 'Terminating':
      return {
        rank: StatementRank.Started,
        occurredAt: operation.startedAt ?? receivedAt,
      };
    case 'Failed':
    case 'Error': {
      // Argo CD terminates what takes too long by itself: that has failed.
      const cancelled = operation.terminated && !operation.timedOut;
      return { ...ended, outcome: cancelled ? 'cancelled' : 'failure' };
    }
    case 'Succeeded': {
      const since = healthSince(payload);
      const degraded =
        degradedWithinMs !== undefined &&
        health.status === 'Degraded' &&
        since !== undefined &&
        since - finishedAt <= degradedWithinMs;
      // At least as late as the success that was told before it.
      return degraded
        ? { ...ended, occurredAt: since, outcome: 'failure' }
        : { ...ended, outcome: 'success' };
    }
    default:
      return undefined;
  }
}

/**
 * What the application itself says; else of cluster and namespace the one that
 * is a known environment.
 */
function environmentOf(
  { application: { environments } }: ArgocdPayload,
  context: MappingContext,
): string | undefined {
  const { annotation, label, environment, env, cluster, namespace } =
    environments;
  const known = [cluster, namespace].find(
    name => context.tierOf(name) !== undefined,
  );
  return (
    annotation ?? label ?? environment ?? env ?? known ?? namespace ?? cluster
  );
}

/**
 * The one image of the application, by its digest. Its images are those that
 * run, so they are those of the operation when it has become healthy after it.
 */
function artifactOf(payload: ArgocdPayload): string | undefined {
  const { application, health } = payload;
  const renewed =
    health.status === 'Healthy' && healthSince(payload) !== undefined;
  const digests = new Set(
    (application.images ?? []).map(image => DIGEST.exec(image)?.[1]),
  );
  const [digest] = digests;
  return renewed && digests.size === 1 ? digest : undefined;
}

/** A token of a project is no person's, nor is an account of a machine. */
function starterOf(
  { operation }: ArgocdPayload,
  { machineUserHashes }: ArgocdSettings,
): DeploymentFields['startedBy'] {
  const { automated, byUser, byProjectToken, userHash } = operation;
  if (automated || byProjectToken) {
    return 'machine';
  }
  if (!byUser) {
    return undefined;
  }
  return machineUserHashes.has(userHash ?? '') ? 'machine' : 'person';
}

/** Where a person can look at the application. */
function applicationUrl({
  argocd,
  application: { namespace, name },
}: ArgocdPayload): string | undefined {
  return argocd && /^https?:\/\//i.test(argocd)
    ? `${argocd.replace(/\/+$/, '')}/applications/${namespace}/${name}`
    : undefined;
}
