import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';

/*
 * Answers of GitHub's REST interface, built from the response schemas of
 * https://docs.github.com/en/rest/actions/workflow-runs,
 * https://docs.github.com/en/rest/deployments,
 * https://docs.github.com/en/rest/pulls/pulls and
 * https://docs.github.com/en/rest/pulls/reviews. Members that are never read are
 * left out.
 */

export const SLUG = 'Acme/Shop';
export const HTML_URL = `https://github.test/${SLUG}`;

const iso = (at: EpochMs) => `${new Date(at).toISOString().slice(0, 19)}Z`;

export function repository() {
  return {
    id: 1296269,
    name: 'Shop',
    full_name: SLUG,
    private: false,
    html_url: HTML_URL,
    url: `https://api.github.test/repos/${SLUG}`,
    default_branch: 'main',
    archived: false,
  };
}

export interface RunSample {
  id: number;
  createdAt: EpochMs;
  updatedAt?: EpochMs;
  status?: string;
  conclusion?: string | null;
  attempt?: number;
  startedAt?: EpochMs;
  event?: string;
}

export function workflowRun(sample: RunSample) {
  const { id, createdAt, attempt = 1, status = 'completed' } = sample;
  return {
    id,
    name: 'Build',
    node_id: 'MDEyOldvcmtmbG93IFJ1bjI2OTI4OQ==',
    head_branch: 'main',
    head_sha: 'acb5820ced9479c074f688cc328bf03f341a511d',
    path: '.github/workflows/build.yml@main',
    display_title: 'Update README.md',
    run_number: 562,
    event: sample.event ?? 'push',
    status,
    conclusion:
      sample.conclusion ?? (status === 'completed' ? 'success' : null),
    workflow_id: 159038,
    url: `https://api.github.test/repos/${SLUG}/actions/runs/${id}`,
    html_url: `${HTML_URL}/actions/runs/${id}`,
    pull_requests: [],
    created_at: iso(createdAt),
    updated_at: iso(sample.updatedAt ?? createdAt + 600_000),
    actor: { login: 'octocat', id: 1, type: 'User' },
    run_attempt: attempt,
    run_started_at: iso(sample.startedAt ?? createdAt),
    triggering_actor: { login: 'octocat', id: 1, type: 'User' },
    head_commit: {
      id: 'acb5820ced9479c074f688cc328bf03f341a511d',
      tree_id: 'd23f6eedb1e1b9610bbc754ddb5197bfe7271223',
      message: 'Create linter.yaml',
      timestamp: iso(createdAt - 60_000),
      author: { name: 'Octo Cat', email: 'octocat@github.com' },
      committer: { name: 'GitHub', email: 'noreply@github.com' },
    },
    // The minimal form: it has no default branch.
    repository: { id: 1296269, name: 'Shop', full_name: SLUG },
    head_repository: { id: 1296269, name: 'Shop', full_name: SLUG },
  };
}

export interface DeploymentSample {
  id: number;
  createdAt: EpochMs;
  environment?: string;
  statuses: {
    id: number;
    state: string;
    at: EpochMs;
    /** The run of Actions that sets it. */
    run?: number;
  }[];
}

export function deployment({ id, createdAt, environment }: DeploymentSample) {
  return {
    url: `https://api.github.test/repos/${SLUG}/deployments/${id}`,
    id,
    node_id: 'MDEwOkRlcGxveW1lbnQx',
    sha: 'a84d88e7554fc1fa21bcbc4efae3c782a70d2b9d',
    ref: 'main',
    task: 'deploy',
    payload: {},
    original_environment: environment ?? 'production',
    environment: environment ?? 'production',
    description: 'Deploy request from hubot',
    creator: { login: 'octocat', id: 1, type: 'User' },
    created_at: iso(createdAt),
    updated_at: iso(createdAt),
    transient_environment: false,
    production_environment: true,
  };
}

export function deploymentStatus(
  sample: DeploymentSample['statuses'][number],
  { environment }: DeploymentSample,
) {
  const { id, state, at, run } = sample;
  return {
    url: `https://api.github.test/repos/${SLUG}/deployments/42/statuses/${id}`,
    id,
    node_id: 'MDE2OkRlcGxveW1lbnRTdGF0dXMx',
    state,
    creator: { login: 'octocat', id: 1, type: 'User' },
    description: 'Deployment finished successfully.',
    environment: environment ?? 'production',
    target_url: '',
    created_at: iso(at),
    updated_at: iso(at),
    environment_url: '',
    log_url: run ? `${HTML_URL}/actions/runs/${run}/job/7` : '',
  };
}

export interface RequestSample {
  number: number;
  createdAt: EpochMs;
  updatedAt: EpochMs;
  state?: 'open' | 'closed';
  mergedAt?: EpochMs;
  /** When each of its commits was written. */
  commits?: EpochMs[];
  reviews?: ReviewSample[];
  body?: string;
}

export function pullRequest(sample: RequestSample) {
  const { number, state = 'open', mergedAt } = sample;
  return {
    url: `https://api.github.test/repos/${SLUG}/pulls/${number}`,
    id: number,
    html_url: `${HTML_URL}/pull/${number}`,
    number,
    state,
    locked: false,
    title: 'Amazing new feature',
    user: { login: 'octocat', id: 1, type: 'User' },
    body: sample.body ?? 'Please pull these awesome changes in!',
    created_at: iso(sample.createdAt),
    updated_at: iso(sample.updatedAt),
    closed_at: state === 'closed' ? iso(mergedAt ?? sample.updatedAt) : null,
    merged_at: mergedAt === undefined ? null : iso(mergedAt),
    merge_commit_sha: 'e5bd3914e2e596debea16f433f57875b5b90bcd6',
    head: { label: 'octocat:new', ref: 'new', sha: '6dcb09b5' },
    base: { label: 'octocat:main', ref: 'main', sha: '6dcb09b4' },
    draft: false,
  };
}

export function requestCommit(at: EpochMs) {
  return {
    sha: '6dcb09b5b57875f334f61aebed695e2e4193db5e',
    commit: {
      author: { name: 'Octo Cat', email: 'octocat@github.com', date: iso(at) },
      // Written anew by a rebase.
      committer: { name: 'GitHub', date: iso(at + 30 * 86_400_000) },
      message: 'Fix all the bugs',
    },
  };
}

export interface ReviewSample {
  state: string;
  /** Null for a deleted account. */
  by: string | null;
  type?: string;
  /** Null while it is being written. */
  at: EpochMs | null;
}

export function review({ state, by, type = 'User', at }: ReviewSample) {
  return {
    id: 80,
    node_id: 'MDE3OlB1bGxSZXF1ZXN0UmV2aWV3ODA=',
    user: by === null ? null : { login: by, id: 2, type },
    body: 'Here is the body for the review.',
    state,
    html_url: `${HTML_URL}/pull/12#pullrequestreview-80`,
    ...(at !== null && { submitted_at: iso(at) }),
    commit_id: 'ecdd80bb57125d7ba9641ffaa4d7d2c19d3f3091',
    author_association: 'COLLABORATOR',
  };
}
