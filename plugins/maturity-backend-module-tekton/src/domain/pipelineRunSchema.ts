import {
  maybe,
  maybeInstant,
  maybeText,
} from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';

const texts = maybe(z.record(z.string(), z.string()));

const condition = z.object({
  type: z.string(),
  status: z.string(),
  reason: maybeText,
  lastTransitionTime: maybeInstant,
});

const pipelineRun = z.object({
  metadata: z.object({
    // Names are used again; this is not.
    uid: z.string().min(1),
    name: z.string().min(1),
    namespace: z.string().min(1),
    generateName: maybeText,
    creationTimestamp: maybeInstant,
    labels: texts,
    annotations: texts,
  }),
  spec: maybe(
    z.object({
      pipelineRef: maybe(
        z.object({
          params: maybe(
            z.array(z.object({ name: z.string(), value: z.unknown() })),
          ),
        }),
      ),
    }),
  ),
  status: maybe(
    z.object({
      conditions: maybe(z.array(condition)),
      startTime: maybeInstant,
      completionTime: maybeInstant,
    }),
  ),
});

/** The parts of a `PipelineRun` that are read. */
export type PipelineRun = z.output<typeof pipelineRun>;

/**
 * The data of a `dev.tekton.event.pipelinerun.*` event, see
 * https://tekton.dev/docs/pipelines/events/#format-of-cloudevents. Tekton
 * sends the whole object, as of `v1beta1` whatever its version is.
 */
export const pipelineRunDataSchema = z.object({ pipelineRun });
