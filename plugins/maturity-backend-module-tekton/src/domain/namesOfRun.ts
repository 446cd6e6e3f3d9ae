import type { Alias } from '@devops-scorecards/plugin-maturity-common';
import {
  normaliseEntityRef,
  repositoryAlias,
} from '@devops-scorecards/plugin-maturity-node';
import { annotationOf, PIPELINES_AS_CODE } from './annotationOf';
import type { PipelineRun } from './pipelineRunSchema';

/** Longer names are no entity's. */
const MAX_NAME_LENGTH = 512;

/** By which names a run and its pipeline are known. */
export interface RunNames {
  /** Name that all runs of the pipeline share. */
  pipeline: string;
  entityRef?: string;
  aliases: Alias[];
}

/**
 * The names of a run, of which the namespace tells pipelines of one name apart.
 *
 * @remarks
 *
 * An entity ref that is none is left out: it must not lose the event.
 */
export function namesOfRun(run: PipelineRun): RunNames {
  const { namespace } = run.metadata;
  const pipeline = pipelineNameOf(run);
  const kubernetesId = annotationOf(run, 'backstage.io/kubernetes-id');
  const repository = repositoryAlias(
    annotationOf(run, 'devops-scorecards.io/repository') ??
      annotationOf(run, `${PIPELINES_AS_CODE}/repo-url`),
  );
  const aliases: (Alias | undefined)[] = [
    kubernetesId ? { scheme: 'kubernetes', value: kubernetesId } : undefined,
    { scheme: 'pipeline', value: `${namespace}/${pipeline}` },
    repository,
    { scheme: 'pipeline', value: pipeline },
  ];
  return {
    pipeline: qualified(run, pipeline),
    entityRef: normaliseEntityRef(
      annotationOf(run, 'devops-scorecards.io/entity-ref') ?? '',
    ),
    aliases: aliases
      .filter(alias => alias !== undefined)
      .filter(({ value }) => value.length <= MAX_NAME_LENGTH),
  };
}

/**
 * What Tekton writes into the label `tekton.dev/pipeline` is the name of the
 * run itself where the pipeline is written into the run, and that is another
 * one each time.
 */
function pipelineNameOf(run: PipelineRun): string {
  const { name, generateName, labels } = run.metadata;
  const label = labels?.['tekton.dev/pipeline'];
  const resolved = run.spec?.pipelineRef?.params?.find(
    param => param.name === 'name',
  )?.value;
  return (
    annotationOf(run, `${PIPELINES_AS_CODE}/original-prname`) ??
    (label && label !== name ? label : undefined) ??
    (typeof resolved === 'string' && resolved ? resolved : undefined) ??
    (generateName?.replace(/-+$/, '') || name)
  );
}

/**
 * Pipelines as Code has a pipeline of the same name in many a repository, and
 * an entity may have several.
 */
function qualified(run: PipelineRun, pipeline: string): string {
  const owner = annotationOf(run, `${PIPELINES_AS_CODE}/url-org`);
  const repository = annotationOf(run, `${PIPELINES_AS_CODE}/url-repository`);
  return owner && repository
    ? `${owner}/${repository} / ${pipeline}`
    : pipeline;
}
