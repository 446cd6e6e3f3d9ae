import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';

/*
 * Answers of GitLab's REST interface, built from the attributes and examples of
 * https://docs.gitlab.com/api/projects/, https://docs.gitlab.com/api/pipelines/,
 * https://docs.gitlab.com/api/jobs/, https://docs.gitlab.com/api/deployments/ and
 * https://docs.gitlab.com/api/merge_requests/. Members that are never read are
 * left out.
 */

export const SHA = 'a91957a858320c0e17f3a0eca7cfacbff50ea29a';
export const WEB_URL = 'https://gitlab.test/Acme/Shop';

const user = {
  id: 1,
  name: 'Administrator',
  username: 'root',
  state: 'active',
  web_url: 'https://gitlab.test/root',
};

/** With milliseconds, as GitLab writes it. */
const iso = (at: EpochMs) => new Date(at).toISOString();

export function project() {
  return {
    id: 3,
    description: null,
    name: 'Shop',
    path: 'Shop',
    path_with_namespace: 'Acme/Shop',
    default_branch: 'main',
    ssh_url_to_repo: 'git@gitlab.test:Acme/Shop.git',
    http_url_to_repo: `${WEB_URL}.git`,
    web_url: WEB_URL,
    visibility: 'private',
  };
}

export interface PipelineSample {
  id: number;
  createdAt: EpochMs;
  updatedAt: EpochMs;
  status?: string;
  source?: string;
  ref?: string;
  /** When each of its jobs was created, in the order of their ids. */
  jobs?: EpochMs[];
}

/** As lists show it: without the times of what ran. */
export function listedPipeline(sample: PipelineSample) {
  const { id, status = 'success', source = 'push', ref = 'main' } = sample;
  return {
    id,
    iid: 12,
    project_id: 3,
    name: 'Build pipeline',
    status,
    source,
    ref,
    sha: SHA,
    web_url: `${WEB_URL}/-/pipelines/${id}`,
    created_at: iso(sample.createdAt),
    updated_at: iso(sample.updatedAt),
  };
}

export function pipeline(sample: PipelineSample) {
  const { createdAt, updatedAt, status = 'success' } = sample;
  const ended = !['created', 'pending', 'running'].includes(status);
  return {
    ...listedPipeline(sample),
    before_sha: SHA,
    tag: false,
    yaml_errors: null,
    user,
    started_at: iso(createdAt + 20_000),
    finished_at: ended ? iso(updatedAt) : null,
    committed_at: null,
    duration: ended ? Math.round((updatedAt - createdAt) / 1000) - 20 : null,
    queued_duration: 20.01,
    coverage: null,
  };
}

export function jobs(sample: PipelineSample) {
  const { createdAt, updatedAt, jobs: created = [createdAt] } = sample;
  return created.map((at, index) => ({
    id: sample.id * 10 + index,
    name: 'build',
    stage: 'build',
    status: 'success',
    allow_failure: false,
    created_at: iso(at),
    started_at: iso(at + 20_000),
    finished_at: iso(updatedAt),
    duration: 60.5,
    queued_duration: 20.01,
    user,
    commit: {
      id: SHA,
      short_id: SHA.slice(0, 8),
      title: 'Test the CI integration.',
      message: 'Test the CI integration.',
      author_name: 'Administrator',
      author_email: 'admin@example.com',
      created_at: iso(createdAt - 60_000),
    },
    pipeline: { id: sample.id, project_id: 3, ref: 'main', sha: SHA },
  }));
}

export interface DeploymentSample {
  id: number;
  createdAt: EpochMs;
  updatedAt: EpochMs;
  status?: string;
  environment?: string;
  tier?: string;
  /** Absent where it was made over the API. */
  job?: { id: number; startedAt: EpochMs; finishedAt?: EpochMs };
}

export function deployment(sample: DeploymentSample) {
  const { id, createdAt, updatedAt, status = 'success', job } = sample;
  return {
    id,
    iid: 2,
    ref: 'main',
    sha: SHA,
    status,
    created_at: iso(createdAt),
    updated_at: iso(updatedAt),
    user,
    environment: {
      id: 9,
      name: sample.environment ?? 'production',
      external_url: 'https://about.gitlab.com',
      ...(sample.tier && { tier: sample.tier }),
    },
    deployable: job
      ? {
          id: job.id,
          name: 'deploy',
          stage: 'deploy',
          status,
          ref: 'main',
          tag: false,
          coverage: null,
          created_at: iso(createdAt),
          started_at: iso(job.startedAt),
          finished_at: job.finishedAt ? iso(job.finishedAt) : null,
          user,
          web_url: `${WEB_URL}/-/jobs/${job.id}`,
          pipeline: { id: 36, ref: 'main', sha: SHA, status },
        }
      : null,
  };
}

export interface MergeRequestSample {
  iid: number;
  createdAt: EpochMs;
  updatedAt: EpochMs;
  state?: 'opened' | 'closed' | 'merged';
  endedAt?: EpochMs;
  target?: string;
  /** Left out where the branch was fast-forwarded. */
  mergeCommit?: string;
  squashCommit?: string;
  description?: string;
  commits?: EpochMs[];
}

export function mergeRequest(sample: MergeRequestSample) {
  const { iid, state = 'opened', endedAt } = sample;
  return {
    id: 1000 + iid,
    iid,
    project_id: 3,
    title: 'test1',
    description: sample.description ?? 'fixed login page css paddings',
    state,
    merged_by: state === 'merged' ? user : null,
    merged_at: state === 'merged' && endedAt ? iso(endedAt) : null,
    closed_by: null,
    closed_at: state === 'closed' && endedAt ? iso(endedAt) : null,
    created_at: iso(sample.createdAt),
    updated_at: iso(sample.updatedAt),
    target_branch: sample.target ?? 'main',
    source_branch: 'test1',
    author: user,
    sha: '8888888888888888888888888888888888888888',
    merge_commit_sha: sample.mergeCommit ?? null,
    squash_commit_sha: sample.squashCommit ?? null,
    web_url: `${WEB_URL}/-/merge_requests/${iid}`,
  };
}

export function commit(at: EpochMs) {
  return {
    id: SHA,
    short_id: SHA.slice(0, 8),
    title: 'Replace sanitize with escape once',
    author_name: 'Example User',
    author_email: 'user@example.com',
    authored_date: iso(at),
    // Written anew by a rebase.
    committed_date: iso(at + 30 * 86_400_000),
    created_at: iso(at + 30 * 86_400_000),
  };
}
