import { z } from 'zod';
import { count, instant, outcome, reference, word } from './memberSchemas';

/** What runs, deployments and changes may all say in `customData`. */
const pipelineMembers = z.object({
  execution: word(['pipeline', 'manual']).optional(),
  startedBy: word(['person', 'machine']).optional(),
  purpose: word(['planned', 'hotfix', 'rollback']).optional(),
  trigger: word(['push', 'change', 'schedule', 'manual', 'other']).optional(),
  branch: z.string().optional(),
  trunk: z.boolean().optional(),
  commit: z.string().optional(),
  commitAt: instant.optional(),
  attempt: z.int().min(1).max(1_000_000).optional(),
  outcome: outcome.optional(),
  url: z.string().optional(),
  /** The pipeline run that executed a deployment, named as CDEvents names it. */
  pipelineRun: z
    .object({ id: z.string().min(1), source: z.string().min(1).optional() })
    .optional(),
});

export const runMembers = pipelineMembers.extend({
  startedAt: instant.optional(),
  pipeline: z.string().optional(),
});

export const deploymentMembers = runMembers.extend({
  strategy: word(['all-at-once', 'rolling', 'canary', 'blue-green']).optional(),
  provenance: word(['verified', 'unverified']).optional(),
  changeWindow: word(['inside', 'outside']).optional(),
  /** The incident that the deployment was made to repair. */
  repairs: reference.optional(),
});

export const changeMembers = pipelineMembers.extend({
  commits: count.optional(),
  author: z.string().optional(),
  bot: z.boolean().optional(),
  approved: z.boolean().optional(),
  workItems: count.optional(),
  gates: word(['passed', 'failed', 'bypassed']).optional(),
});
