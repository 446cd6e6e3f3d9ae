import { z } from 'zod';

/**
 * The parts of GitHub's payloads that are read, see
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads. Anything
 * else in them is let through unseen.
 */

/** ISO 8601 with an offset, as epoch milliseconds. */
const instant = z.iso
  .datetime({ offset: true })
  .transform(text => Date.parse(text));

/** GitHub sends `""` where it has nothing. */
const text = z
  .string()
  .nullish()
  .transform(value => value || undefined);

const maybeInstant = instant.nullish().transform(value => value ?? undefined);

export const account = z
  .object({ login: z.string(), type: text })
  .nullish()
  .transform(value => value ?? undefined);

const repository = z.object({
  full_name: z.string(),
  html_url: z.url(),
  default_branch: text,
});

export type Repository = z.output<typeof repository>;

export type Account = z.output<typeof account>;

/** What every delivery may tell of where it came from. */
export const originSchema = z.object({
  action: text,
  repository: repository.optional(),
  organization: z.object({ login: z.string() }).optional(),
  hook: z.object({ url: z.url() }).optional(),
});

const workflowRun = z.object({
  id: z.int(),
  name: text,
  head_branch: text,
  head_sha: text,
  head_commit: z
    .object({ timestamp: maybeInstant })
    .nullish()
    .transform(value => value ?? undefined),
  head_repository: z
    .object({ full_name: text })
    .nullish()
    .transform(value => value ?? undefined),
  repository: z.object({ full_name: z.string() }).optional(),
  event: text,
  status: text,
  conclusion: text,
  run_attempt: z.int().min(1).optional(),
  run_started_at: maybeInstant,
  created_at: instant,
  updated_at: instant,
  html_url: text,
});

export const workflowRunSchema = z.object({
  action: z.string(),
  workflow: z
    .object({ name: text })
    .nullish()
    .transform(value => value ?? undefined),
  workflow_run: workflowRun,
  repository,
});

export type WorkflowRunPayload = z.output<typeof workflowRunSchema>;

const deployment = z.object({
  id: z.int(),
  sha: text,
  task: text,
  environment: text,
});

/** What events of deployments tell of who executes them, and where. */
const deploymentOrigin = {
  workflow_run: z
    .object({
      id: z.int(),
      name: text,
      event: text,
      run_attempt: z.int().min(1).optional(),
      html_url: text,
    })
    .nullish()
    .transform(value => value ?? undefined),
  workflow: z
    .object({ name: text })
    .nullish()
    .transform(value => value ?? undefined),
  repository,
};

export const deploymentSchema = z.object({
  ...deploymentOrigin,
  deployment: deployment.extend({ created_at: instant }),
});

export type DeploymentCreatedPayload = z.output<typeof deploymentSchema>;

export const deploymentStatusSchema = z.object({
  ...deploymentOrigin,
  deployment_status: z.object({
    state: z.string(),
    environment: text,
    created_at: instant,
    target_url: text,
    log_url: text,
  }),
  deployment,
  // The job that deploys.
  check_run: z
    .object({ started_at: maybeInstant })
    .nullish()
    .transform(value => value ?? undefined),
});

export type DeploymentStatusPayload = z.output<typeof deploymentStatusSchema>;

/** What every event of a deployment tells. */
export type DeploymentPayload = Pick<
  DeploymentStatusPayload,
  'deployment' | 'repository' | 'workflow' | 'workflow_run'
>;

const commit = z.object({
  timestamp: maybeInstant,
  message: text,
});

export const pushSchema = z.object({
  ref: z.string(),
  after: z.string(),
  deleted: z.boolean(),
  compare: text,
  commits: z.array(commit).default([]),
  head_commit: commit.nullish().transform(value => value ?? undefined),
  sender: account,
  repository: repository.extend({
    // Seconds in a push, ISO 8601 everywhere else.
    pushed_at: z
      .union([z.int().transform(seconds => seconds * 1000), instant])
      .nullish()
      .transform(value => value ?? undefined),
  }),
});

export type PushPayload = z.output<typeof pushSchema>;

export const pullRequestSchema = z.object({
  action: z.string(),
  pull_request: z.object({
    number: z.int(),
    title: text,
    // Null where it is empty, which is another thing than not told.
    body: z.string().nullish(),
    html_url: text,
    user: account,
    created_at: instant,
    updated_at: instant,
    closed_at: maybeInstant,
    merged_at: maybeInstant,
    merge_commit_sha: text,
    commits: z.int().min(0).optional(),
    head: z.object({ ref: text, sha: text }),
    base: z.object({ ref: text }),
  }),
  repository,
});

export type PullRequestPayload = z.output<typeof pullRequestSchema>;

export const reviewSchema = z.object({
  action: z.string(),
  review: z.object({
    state: z.string(),
    // Null where the account was deleted.
    user: account,
    submitted_at: maybeInstant,
  }),
  pull_request: z.object({
    number: z.int(),
    user: account,
    updated_at: instant,
    merged_at: maybeInstant,
  }),
  repository,
});

export type ReviewPayload = z.output<typeof reviewSchema>;

export const releaseSchema = z.object({
  action: z.string(),
  release: z.object({
    id: z.int(),
    tag_name: text,
    draft: z.boolean(),
    prerelease: z.boolean(),
    html_url: text,
    created_at: instant,
    published_at: maybeInstant,
  }),
  repository,
});

export type ReleasePayload = z.output<typeof releaseSchema>;

export const checkSuiteSchema = z.object({
  action: z.string(),
  check_suite: z.object({
    id: z.int(),
    head_branch: text,
    head_sha: text,
    head_commit: z
      .object({ timestamp: maybeInstant })
      .nullish()
      .transform(value => value ?? undefined),
    conclusion: text,
    created_at: maybeInstant,
    updated_at: maybeInstant,
    app: z
      .object({ slug: text, name: text })
      .nullish()
      .transform(value => value ?? undefined),
  }),
  repository,
});

export type CheckSuitePayload = z.output<typeof checkSuiteSchema>;

const label = z.object({ name: z.string() });

export const issueSchema = z.object({
  action: z.string(),
  issue: z.object({
    number: z.int(),
    title: text,
    html_url: text,
    state: text,
    state_reason: text,
    labels: z
      .array(label)
      .nullish()
      .transform(value => value ?? []),
    created_at: instant,
    updated_at: instant,
    closed_at: maybeInstant,
  }),
  // The one that was added or taken away.
  label: label.nullish().transform(value => value ?? undefined),
  repository,
});

export type IssuePayload = z.output<typeof issueSchema>;
