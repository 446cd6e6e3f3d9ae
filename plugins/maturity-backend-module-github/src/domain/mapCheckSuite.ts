import {
  type EpochMs,
  type RunFields,
  said,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { checkSuiteKey, type MappedPayload, pipelineName } from './mapping';
import { OUTCOMES } from './outcomes';
import type { CheckSuitePayload } from './payloads';

/** The app by which GitHub Actions reports, whose runs tell more themselves. */
export const GITHUB_ACTIONS = 'github-actions';

/**
 * A `check_suite` is what one app made of one commit: a run, where the
 * configuration says that the app is a CI.
 *
 * @remarks
 *
 * - GitHub does not tell a CI from what else makes checks, such as coverage,
 *   licences or previews, so apps are listed. GitHub Actions is never read
 *   here, because its runs arrive as `workflow_run`.
 * - Only a suite that was completed says something: others keep the conclusion
 *   of the time before, and only the app itself gets them.
 * - A suite is completed again when a check is added or run again, under the
 *   same id and without a number of the attempt, so the last conclusion
 *   counts.
 * - When the CI began is not told: a suite is created when the commit is
 *   pushed.
 *
 * @param options - `apps`: slugs in lower case; `receivedAt` stands in where
 *   the payload tells no time
 */
export function mapCheckSuite(
  payload: CheckSuitePayload,
  options: { apps: ReadonlySet<string>; receivedAt: EpochMs },
): MappedPayload {
  const { action, check_suite: suite, repository } = payload;
  const app = suite.app?.slug?.toLowerCase();
  const occurredAt = suite.updated_at ?? options.receivedAt;
  const mapped = {
    subject: `${repository.full_name}/check-suites/${suite.id}`,
    occurredAt,
  };
  const counts =
    app !== undefined &&
    app !== GITHUB_ACTIONS &&
    options.apps.has(app) &&
    action === 'completed' &&
    suite.conclusion !== undefined;
  if (!counts) {
    return { ...mapped, statements: [] };
  }
  const fields: RunFields = {
    pipeline: pipelineName(repository.full_name, suite.app?.name ?? app),
    branch: suite.head_branch,
    // There is no branch where a fork asks for a pull.
    trunk:
      suite.head_branch && repository.default_branch
        ? suite.head_branch === repository.default_branch
        : undefined,
    commit: suite.head_sha,
    commitAt: suite.head_commit?.timestamp,
    queuedAt: suite.created_at,
    finishedAt: occurredAt,
    outcome: OUTCOMES[suite.conclusion!],
    url: suite.head_sha
      ? `${repository.html_url}/commit/${suite.head_sha}/checks`
      : undefined,
  };
  return {
    ...mapped,
    statements: [
      {
        kind: 'run',
        key: checkSuiteKey(app, suite.id),
        rank: StatementRank.Finished,
        occurredAt,
        fields: said(fields),
      },
    ],
  };
}
