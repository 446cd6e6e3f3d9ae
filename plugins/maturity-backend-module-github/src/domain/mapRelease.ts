import {
  type DeploymentFields,
  said,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { type MappedPayload } from './mapping';
import type { ReleasePayload } from './payloads';

/** What a published release means in an organisation. */
export type ReleaseMeaning = 'ignore' | 'deployment';

/**
 * A published `release` is a production deployment where the configuration
 * says so, and nothing otherwise.
 *
 * @remarks
 *
 * GitHub sends `released` or `prereleased` beside `published`; only the last
 * is read, and never for a draft or a pre-release.
 */
export function mapRelease(
  payload: ReleasePayload,
  meaning: ReleaseMeaning,
): MappedPayload {
  const { action, release, repository } = payload;
  const occurredAt = release.published_at ?? release.created_at;
  const mapped = {
    subject: `${repository.full_name}/releases/${release.id}`,
    occurredAt,
  };
  const counts =
    meaning === 'deployment' &&
    action === 'published' &&
    !release.draft &&
    !release.prerelease;
  if (!counts) {
    return { ...mapped, statements: [] };
  }
  const fields: DeploymentFields = {
    environment: 'release',
    tier: 'production',
    service: repository.full_name,
    version: release.tag_name,
    finishedAt: occurredAt,
    outcome: 'success',
    url: release.html_url,
  };
  return {
    ...mapped,
    statements: [
      {
        kind: 'deployment',
        key: `release ${release.id}`,
        rank: StatementRank.Finished,
        occurredAt,
        fields: said(fields),
      },
    ],
  };
}
