import {
  type DeploymentFields,
  said,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import type { ReleasePayload } from './changePayloads';
import { releaseKey } from './keys';
import type { MappedPayload, Surroundings } from './mapping';
import { projectOf } from './projectOf';

/**
 * A created `release` is a production deployment where the configuration says
 * so, and nothing otherwise. One that is announced for later has deployed
 * nothing yet.
 */
export function mapRelease(
  payload: ReleasePayload,
  { meaning, receivedAt }: Surroundings,
): MappedPayload {
  const { action, tag, created_at: createdAt } = payload;
  const project = projectOf(payload.project);
  const releasedAt = payload.released_at ?? createdAt;
  const mapped = {
    subject: `${project.path}/-/releases/${tag}`,
    occurredAt: createdAt,
  };
  const counts =
    meaning.releases === 'deployment' &&
    action === 'create' &&
    releasedAt <= receivedAt;
  if (!counts) {
    return { ...mapped, statements: [] };
  }
  const fields: DeploymentFields = {
    environment: 'release',
    tier: 'production',
    service: project.path,
    version: tag,
    commit: payload.commit?.id,
    finishedAt: releasedAt,
    outcome: 'success',
    url: payload.url,
  };
  return {
    ...mapped,
    statements: [
      {
        kind: 'deployment',
        key: releaseKey({ host: project.host, project: project.id, tag }),
        rank: StatementRank.Finished,
        occurredAt: createdAt,
        fields: said(fields),
      },
    ],
  };
}
