/*
 * Keys of facts, the same whether a webhook or a pull tells of them. Ids of
 * GitLab are unique in an instance and stay when a project is renamed or moved,
 * so they stand behind the host of the instance.
 */

/** Key of a pipeline's run, and of what it came to when it was run again. */
export function runKey(host: string, pipelineId: number, attempt = 1): string {
  const key = `${host}/pipelines/${pipelineId}`;
  return attempt > 1 ? `${key}#${attempt}` : key;
}

/**
 * Key of the deployment that a job makes. A job deploys at most once, and
 * events of pipelines and of jobs know only the job.
 */
export function jobKey(host: string, jobId: number): string {
  return `${host}/jobs/${jobId}`;
}

/**
 * Key of a deployment: of its job, or of itself where no job made it, as over
 * the API.
 *
 * @returns `undefined` where neither is known
 */
export function deploymentKey(options: {
  host: string;
  jobId: number | undefined;
  deploymentId: number | undefined;
}): string | undefined {
  const { host, jobId, deploymentId } = options;
  if (jobId !== undefined) {
    return jobKey(host, jobId);
  }
  return deploymentId === undefined
    ? undefined
    : `${host}/deployments/${deploymentId}`;
}

/** Key of a merge request, by its `id` and not by its number in the project. */
export function mergeRequestKey(host: string, id: number): string {
  return `${host}/merge_requests/${id}`;
}

/**
 * Key of a push, by what the branch points to since.
 *
 * @param options - `project`: its id; `ref`: for example `refs/heads/main`
 */
export function pushKey(options: {
  host: string;
  project: number | string;
  ref: string;
  sha: string;
}): string {
  const { host, project, ref, sha } = options;
  return `${host}/projects/${project} ${ref} ${sha}`;
}

/** Key of a release, by its tag: the API does not tell the release's id. */
export function releaseKey(options: {
  host: string;
  project: number | string;
  tag: string;
}): string {
  const { host, project, tag } = options;
  return `${host}/projects/${project}/releases/${tag}`;
}

/** Key of an incident or another work item, by its `id`. */
export function issueKey(host: string, id: number): string {
  return `${host}/issues/${id}`;
}

/**
 * Name of a pipeline, the unit of red builds: a project has one configuration.
 * `workflow:name` is no name for it, because it may differ in every run.
 *
 * @remarks
 *
 * What runs by schedule is a pipeline of its own: it mostly runs other jobs, so
 * the next push must not put its red light out.
 */
export function pipelineName(path: string, source: string | undefined): string {
  return source === 'schedule' ? `${path} / schedule` : path;
}
