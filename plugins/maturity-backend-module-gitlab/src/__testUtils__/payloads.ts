/*
 * Payloads built from the field lists of
 * https://docs.gitlab.com/user/project/integrations/webhook_events/ and of
 * https://docs.gitlab.com/administration/system_hooks/.
 */

export const HOST = 'gitlab.example.com';
export const SHA = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';
export const PARENT_SHA = '356a192b7913b04c54574d18c28d46e6395428ab';
export const NO_SHA = '0'.repeat(40);

/** Any part of a payload that a test changes. */
export type Edits = Record<string, unknown>;

export const project = {
  id: 30,
  name: 'Shop',
  web_url: `https://${HOST}/Acme/shop`,
  git_ssh_url: `git@${HOST}:Acme/shop.git`,
  git_http_url: `https://${HOST}/Acme/shop.git`,
  namespace: 'Acme',
  visibility_level: 0,
  path_with_namespace: 'Acme/shop',
  default_branch: 'main',
};

export const user = {
  id: 4,
  name: 'John Smith',
  username: 'jsmith',
  avatar_url: null,
  email: 'john@example.com',
};

/** A job of a pipeline. */
export function build(edits: Edits = {}) {
  return {
    id: 376,
    stage: 'build',
    name: 'build-image',
    status: 'success',
    created_at: '2026-11-20 07:00:00 UTC',
    started_at: '2026-11-20 07:00:30 UTC',
    finished_at: '2026-11-20 07:05:00 UTC',
    duration: 270,
    queued_duration: 30,
    failure_reason: null,
    when: 'on_success',
    manual: false,
    allow_failure: false,
    user,
    runner: null,
    artifacts_file: { filename: null, size: null },
    environment: null,
    ...edits,
  };
}

export const production = {
  name: 'production/eu',
  action: 'start',
  deployment_tier: 'production',
};

export function pipeline(
  edits: Edits = {},
  options: { builds?: object[]; project?: Edits } = {},
) {
  return {
    object_kind: 'pipeline',
    object_attributes: {
      id: 31,
      iid: 3,
      name: 'Pipeline for branch: main',
      ref: 'main',
      tag: false,
      sha: SHA,
      before_sha: PARENT_SHA,
      source: 'push',
      status: 'success',
      stages: ['build'],
      created_at: '2026-11-20 07:00:00 UTC',
      finished_at: '2026-11-20 07:05:01 UTC',
      duration: 270,
      queued_duration: 30,
      variables: [],
      url: `${project.web_url}/-/pipelines/31`,
      ...edits,
    },
    merge_request: null,
    user,
    project: { ...project, ...options.project },
    commit: {
      id: SHA,
      message: 'Refund in the currency of the order\n',
      timestamp: '2026-11-20T14:59:00+08:00',
      url: `${project.web_url}/-/commit/${SHA}`,
      author: { name: 'John Smith', email: 'john@example.com' },
    },
    builds: options.builds ?? [build()],
  };
}

export function job(edits: Edits = {}) {
  return {
    object_kind: 'build',
    ref: 'main',
    tag: false,
    before_sha: PARENT_SHA,
    sha: SHA,
    build_id: 796,
    build_name: 'deploy',
    build_stage: 'deploy',
    build_status: 'success',
    build_created_at: '2026-11-20 07:00:00 UTC',
    build_started_at: '2026-11-20 07:10:00 UTC',
    build_finished_at: '2026-11-20 07:12:00 UTC',
    build_duration: 120,
    build_queued_duration: 1.5,
    build_allow_failure: false,
    build_failure_reason: 'unknown_failure',
    retries_count: 0,
    pipeline_id: 31,
    project_id: 30,
    project_name: 'Acme / Shop',
    user,
    commit: { id: 31, sha: SHA, message: 'Refund\n', status: 'running' },
    repository: {
      name: 'Shop',
      homepage: project.web_url,
      git_http_url: project.git_http_url,
      git_ssh_url: project.git_ssh_url,
      visibility_level: 0,
    },
    project,
    environment: production,
    ...edits,
  };
}

export function deployment(edits: Edits = {}) {
  return {
    object_kind: 'deployment',
    status: 'success',
    status_changed_at: '2026-11-20 15:12:01 +0800',
    deployment_id: 15,
    deployable_id: 796,
    deployable_url: `${project.web_url}/-/jobs/796`,
    environment: 'production/eu',
    environment_tier: 'production',
    environment_slug: 'production-eu',
    environment_external_url: null,
    project,
    short_sha: SHA.slice(0, 8),
    user,
    user_url: `https://${HOST}/jsmith`,
    commit_url: `${project.web_url}/-/commit/${SHA}`,
    commit_title: 'Refund in the currency of the order',
    ref: 'main',
    ...edits,
  };
}

export function push(edits: Edits = {}) {
  return {
    object_kind: 'push',
    event_name: 'push',
    before: PARENT_SHA,
    after: SHA,
    ref: 'refs/heads/main',
    ref_protected: true,
    checkout_sha: SHA,
    user_id: 4,
    user_name: 'John Smith',
    user_username: 'jsmith',
    user_email: 'john@example.com',
    project_id: 30,
    project,
    commits: [commit('2026-11-18T10:00:00+08:00', 'c1'), commit()],
    total_commits_count: 2,
    ...edits,
  };
}

/**
 * A reviewer of a merge request. Samples of the vendor show no state; its values
 * are those that it lists.
 */
export function reviewer(state: string | undefined, edits: Edits = {}) {
  return {
    id: 5,
    name: 'Ann Lee',
    username: 'alee',
    avatar_url: null,
    ...(state !== undefined && { state, re_requested: false }),
    ...edits,
  };
}

/** A commit of a push, by default the one that the branch points to since. */
export function commit(timestamp = '2026-11-20T14:59:00+08:00', id = SHA) {
  return {
    id,
    message: 'Refund in the currency of the order\n\nSee #12',
    title: 'Refund in the currency of the order',
    timestamp,
    url: `${project.web_url}/-/commit/${id}`,
    author: { name: 'John Smith', email: 'john@example.com' },
  };
}

export function mergeRequest(edits: Edits = {}, rest: Edits = {}) {
  return {
    object_kind: 'merge_request',
    event_type: 'merge_request',
    user,
    project,
    object_attributes: {
      id: 99,
      iid: 1,
      target_branch: 'main',
      source_branch: 'refunds',
      source_project_id: 30,
      target_project_id: 30,
      author_id: 4,
      title: 'Refund in the currency of the order',
      created_at: '2026-11-19 01:00:00 UTC',
      updated_at: '2026-11-20 06:58:00 UTC',
      state: 'opened',
      draft: false,
      merge_status: 'can_be_merged',
      merge_commit_sha: null,
      last_commit: commit('2026-11-19T12:00:00+08:00', PARENT_SHA),
      url: `${project.web_url}/-/merge_requests/1`,
      action: 'update',
      ...edits,
    },
    labels: [],
    changes: {},
    ...rest,
  };
}

export function release(edits: Edits = {}) {
  return {
    id: 1,
    created_at: '2026-11-20 07:20:00 UTC',
    description: 'Refunds',
    name: 'v1.1',
    released_at: '2026-11-20 07:20:00 UTC',
    tag: 'v1.1',
    object_kind: 'release',
    project,
    url: `${project.web_url}/-/releases/v1.1`,
    action: 'create',
    assets: { count: 0, links: [], sources: [] },
    commit: commit(),
    ...edits,
  };
}
