import { maybe, maybeText } from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import { commitInstant, instant, maybeInstant, projectSchema } from './parts';

/*
 * Payloads of pipelines, jobs and deployments, see
 * https://docs.gitlab.com/user/project/integrations/webhook_events/.
 */

const environment = maybe(
  z.object({
    name: maybeText,
    // `start` where the job says nothing else.
    action: maybeText,
    deployment_tier: maybeText,
  }),
);

const build = z.object({
  id: z.int(),
  status: maybeText,
  created_at: maybeInstant,
  started_at: maybeInstant,
  finished_at: maybeInstant,
  when: maybeText,
  environment,
});

export type BuildPayload = z.output<typeof build>;

export const pipelineSchema = z.object({
  object_attributes: z.object({
    id: z.int(),
    ref: maybeText,
    tag: z.boolean().nullish(),
    sha: maybeText,
    source: maybeText,
    status: z.string(),
    created_at: instant,
    finished_at: maybeInstant,
    // Seconds in which jobs ran, without the pauses; null before the first ran.
    duration: maybe(z.number()),
    // Whole seconds until the first job ran; null instead of 0.
    queued_duration: maybe(z.number()),
    url: maybeText,
  }),
  project: projectSchema,
  commit: maybe(z.object({ timestamp: commitInstant })),
  builds: maybe(z.array(build)),
});

export type PipelinePayload = z.output<typeof pipelineSchema>;

export const jobSchema = z.object({
  sha: maybeText,
  build_id: z.int(),
  build_status: z.string(),
  build_started_at: maybeInstant,
  build_finished_at: maybeInstant,
  // `commit.id` is the same, and no commit.
  pipeline_id: maybe(z.int()),
  environment,
  // Older payloads have the repository only.
  project: maybe(projectSchema),
  repository: maybe(projectSchema),
});

export type JobPayload = z.output<typeof jobSchema>;

export const deploymentSchema = z.object({
  status: z.string(),
  status_changed_at: maybeInstant,
  deployment_id: maybe(z.int()),
  deployable_id: maybe(z.int()),
  deployable_url: maybeText,
  environment: maybeText,
  environment_tier: maybeText,
  short_sha: maybeText,
  commit_url: maybeText,
  project: projectSchema,
});

export type DeploymentPayload = z.output<typeof deploymentSchema>;
