import type { PipelineRun } from './pipelineRunSchema';

/** Namespace of what Pipelines as Code writes on a run. */
export const PIPELINES_AS_CODE = 'pipelinesascode.tekton.dev';

/**
 * An annotation, else a label of that name: in labels, characters that they
 * may not hold are replaced.
 */
export function annotationOf(
  { metadata: { annotations, labels } }: PipelineRun,
  name: string,
): string | undefined {
  return annotations?.[name] || labels?.[name] || undefined;
}
