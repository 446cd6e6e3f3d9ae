import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { mapPipeline } from '../../domain/mapPipeline';
import { pipelineSchema } from '../../domain/pipelinePayloads';
import { projectPayload } from './projectPayload';
import type { PulledThing } from './pulledThing';
import {
  restJobSchema,
  restPipelineSchema,
  type RestProject,
} from './restPayloads';

/**
 * A pipeline of the REST interface with its jobs: together they have the shape
 * of the `pipeline` webhook, which says what they mean.
 *
 * @remarks
 *
 * Jobs of the REST interface tell neither their environments nor which of them
 * wait for a person. So nothing is said of deployments here, and a pipeline that
 * a person went on with is only known by its pause.
 *
 * @throws ZodError for what is not as GitLab documents it
 */
export function mapPulledPipeline(options: {
  pipeline: unknown;
  jobs: unknown;
  project: RestProject;
  context: MappingContext;
}): PulledThing {
  const { pipeline, jobs, project, context } = options;
  const { status, updated_at, queued_duration, web_url } =
    restPipelineSchema.parse(pipeline);
  const [job] = restJobSchema.parse(jobs);
  const mapped = mapPipeline(
    pipelineSchema.parse({
      object_attributes: {
        ...(pipeline as object),
        // Fractions here, whole seconds there: the same fact says one of them.
        queued_duration:
          typeof queued_duration === 'number'
            ? Math.floor(queued_duration)
            : undefined,
        url: web_url,
      },
      project: projectPayload(project),
      // Each job shows the commit of its pipeline.
      commit: job?.commit && { timestamp: job.commit.created_at },
      builds: jobs,
    }),
    context,
  );
  return {
    ...mapped,
    type: 'com.gitlab.rest.pipeline',
    version: [status, new Date(updated_at).toISOString()],
  };
}
