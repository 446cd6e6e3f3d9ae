import type { ProjectPayload } from '../../domain/parts';
import type { RestProject } from './restPayloads';

/** A project as webhooks show it beside every event. */
export function projectPayload(project: RestProject): ProjectPayload {
  const { id, web_url, http_url_to_repo, path_with_namespace } = project;
  return {
    id,
    web_url,
    homepage: undefined,
    git_http_url: http_url_to_repo,
    path_with_namespace,
    default_branch: project.default_branch,
  };
}
