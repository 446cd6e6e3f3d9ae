import { mapWorkflowRun } from '../../domain/mapWorkflowRun';
import { workflowRunSchema } from '../../domain/payloads';
import type { PulledThing } from './pulledThing';
import { runSchema, type RestRepository } from './restPayloads';

/** A run that was read, and whether it goes on. */
export interface PulledRun extends PulledThing {
  run: number;
  attempt: number;
  isOpen: boolean;
}

/**
 * A run of the REST interface: it has the shape of `workflow_run` in the
 * webhook of that name, which says what it means.
 *
 * @param payload - a workflow run, or an attempt of one
 * @throws ZodError for what is not as GitHub documents it
 */
export function mapPulledRun(
  payload: unknown,
  repository: RestRepository,
): PulledRun {
  const run = runSchema.parse(payload);
  const isOpen = run.status !== 'completed';
  return {
    ...mapWorkflowRun(
      workflowRunSchema.parse({
        action: isOpen ? 'in_progress' : 'completed',
        workflow_run: payload,
        repository,
      }),
    ),
    type: 'com.github.rest.workflow_run',
    version: [
      `attempt ${run.run_attempt}`,
      run.status,
      run.conclusion,
      new Date(run.updated_at).toISOString(),
    ],
    run: run.id,
    attempt: run.run_attempt,
    isOpen,
  };
}
