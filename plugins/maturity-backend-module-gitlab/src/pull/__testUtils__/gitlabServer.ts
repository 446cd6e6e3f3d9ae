// The server belongs to the tests of the toolkit, which does not export it.
/* eslint-disable @backstage/no-forbidden-package-imports */
import {
  recordedServer,
  type Recorded,
  type SeenRequest,
} from '@devops-scorecards/plugin-maturity-node/src/rest/__testUtils__/recordedServer';
import {
  commit,
  deployment,
  jobs,
  listedPipeline,
  mergeRequest,
  pipeline,
  project,
  type DeploymentSample,
  type MergeRequestSample,
  type PipelineSample,
} from './restSamples';

const PROJECT = '/api/v4/projects/acme%2Fshop';

/** What GitLab knows. */
export interface GitlabData {
  pipelines: PipelineSample[];
  deployments: DeploymentSample[];
  requests: MergeRequestSample[];
}

/**
 * A server that answers as GitLab documents it: lists by when things changed
 * last, paged with `Link`.
 */
export async function gitlabServer(data: GitlabData) {
  /** Answers instead of the data, first come first served. */
  const interventions: ((request: SeenRequest) => Recorded | undefined)[] = [];
  const server = await recordedServer(request => {
    for (const intervene of interventions) {
      const answer = intervene(request);
      if (answer) {
        return answer;
      }
    }
    return answerOf(request, data);
  });
  return { ...server, interventions };
}

function answerOf(
  request: SeenRequest,
  data: GitlabData,
): Recorded | undefined {
  const { path } = request;
  if (path === PROJECT) {
    return { body: project() };
  }
  const [, kind, id, part] =
    /^\/(pipelines|deployments|merge_requests)(?:\/(\d+)(?:\/(\w+))?)?$/.exec(
      path.startsWith(PROJECT) ? path.slice(PROJECT.length) : '',
    ) ?? [];
  switch (kind) {
    case 'pipelines': {
      const found = data.pipelines.find(known => known.id === Number(id));
      if (!id) {
        return changedSince(request, data.pipelines, listedPipeline);
      }
      return found && { body: part === 'jobs' ? jobs(found) : pipeline(found) };
    }
    case 'deployments':
      return changedSince(request, data.deployments, deployment);
    case 'merge_requests': {
      const found = data.requests.find(known => known.iid === Number(id));
      if (!id) {
        return changedSince(request, data.requests, mergeRequest);
      }
      return found && paged(request, (found.commits ?? []).map(commit));
    }
    default:
      return undefined;
  }
}

function changedSince<T extends { updatedAt: number }>(
  request: SeenRequest,
  items: readonly T[],
  toBody: (item: T) => unknown,
): Recorded {
  const { query } = request;
  if (query.get('order_by') !== 'updated_at' || query.get('sort') !== 'asc') {
    return { status: 400, body: { error: 'not what the tests expect' } };
  }
  const after = Date.parse(query.get('updated_after') ?? '');
  return paged(
    request,
    items
      .filter(({ updatedAt }) => updatedAt > after)
      .sort((a, b) => a.updatedAt - b.updatedAt)
      .map(toBody),
  );
}

function paged(request: SeenRequest, items: readonly unknown[]): Recorded {
  const { path, query, headers } = request;
  const size = Number(query.get('per_page') ?? 20);
  const page = Number(query.get('page') ?? 1);
  const next = new URLSearchParams(query);
  next.set('page', String(page + 1));
  return {
    headers:
      page * size < items.length
        ? { link: `<http://${headers.host}${path}?${next}>; rel="next"` }
        : {},
    body: items.slice((page - 1) * size, page * size),
  };
}
