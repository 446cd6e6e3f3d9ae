import { z } from 'zod';
import { account } from '../../domain/payloads';

/**
 * What is read of answers of GitHub's REST interface beside the parts that
 * they share with its webhooks, see https://docs.github.com/en/rest.
 */

const instant = z.iso
  .datetime({ offset: true })
  .transform(text => Date.parse(text));

const maybeInstant = instant.nullish().transform(value => value ?? undefined);

const text = z
  .string()
  .nullish()
  .transform(value => value || undefined);

/** https://docs.github.com/en/rest/repos/repos#get-a-repository */
export const repositorySchema = z.object({
  full_name: z.string(),
  html_url: z.url(),
  default_branch: z.string(),
});

export type RestRepository = z.output<typeof repositorySchema>;

const runState = {
  id: z.int(),
  status: text,
  conclusion: text,
  run_attempt: z.int().min(1).default(1),
};

/** https://docs.github.com/en/rest/actions/workflow-runs */
export const runSchema = z.object({
  ...runState,
  updated_at: instant,
});

export const runListSchema = z.object({
  total_count: z.int().min(0),
  workflow_runs: z.array(z.unknown()),
});

/** The run that a deployment names. */
export const deployingRunSchema = z.object({
  ...runState,
  name: text,
  event: text,
  html_url: text,
  run_started_at: maybeInstant,
});

export type DeployingRun = z.output<typeof deployingRunSchema>;

/** https://docs.github.com/en/rest/deployments/deployments */
export const deploymentSchema = z.object({
  id: z.int(),
  created_at: instant,
});

/** https://docs.github.com/en/rest/deployments/statuses */
export const statusSchema = z.object({
  id: z.int(),
  state: z.string(),
  created_at: instant,
  target_url: text,
  log_url: text,
});

export type DeploymentStatus = z.output<typeof statusSchema>;

/** https://docs.github.com/en/rest/pulls/pulls#list-pull-requests */
export const pullRequestSchema = z.object({
  number: z.int(),
  state: z.string(),
  user: account,
  updated_at: instant,
  merged_at: maybeInstant,
  base: z.object({ ref: text }),
});

/** https://docs.github.com/en/rest/pulls/pulls#list-commits-on-a-pull-request */
export const commitSchema = z.object({
  commit: z.object({
    author: z
      .object({ date: instant })
      .nullish()
      .transform(value => value ?? undefined),
  }),
});

/** https://docs.github.com/en/rest/pulls/reviews#list-reviews-for-a-pull-request */
export const reviewListSchema = z.array(
  z.object({
    user: account,
    state: z.string(),
    // Absent while it is being written.
    submitted_at: maybeInstant,
  }),
);
