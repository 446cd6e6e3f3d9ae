// The server belongs to the tests of the toolkit, which does not export it.
/* eslint-disable @backstage/no-forbidden-package-imports */
import {
  recordedServer,
  type Recorded,
  type SeenRequest,
} from '@devops-scorecards/plugin-maturity-node/src/rest/__testUtils__/recordedServer';
import {
  deployment,
  deploymentStatus,
  pullRequest,
  repository,
  requestCommit,
  review,
  workflowRun,
  type DeploymentSample,
  type RequestSample,
  type RunSample,
} from './restSamples';

const REPOSITORY = '/api/v3/repos/acme/shop';

/** What GitHub knows. */
export interface GithubData {
  runs: RunSample[];
  deployments: DeploymentSample[];
  requests: RequestSample[];
}

/**
 * A server that answers as GitHub documents it: lists with their newest first,
 * paged with `Link`, runs by when they were made and never more than a thousand.
 */
export async function githubServer(data: GithubData) {
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
  data: GithubData,
): Recorded | undefined {
  const { path, query } = request;
  if (path === REPOSITORY) {
    return { body: repository() };
  }
  const [, kind, id, part, number] =
    /^\/(actions\/runs|deployments|pulls)(?:\/(\d+)(?:\/(\w+)(?:\/(\d+))?)?)?$/.exec(
      path.slice(REPOSITORY.length),
    ) ?? [];
  switch (kind) {
    case 'actions/runs':
      return id
        ? runOf(data.runs, Number(id), number)
        : listRuns(request, data.runs);
    case 'deployments': {
      const found = data.deployments.find(known => known.id === Number(id));
      if (!id) {
        return paged(
          request,
          byNewest(data.deployments, known => known.createdAt).map(deployment),
        );
      }
      if (!found) {
        return undefined;
      }
      return part === 'statuses'
        ? {
            body: [...found.statuses]
              .reverse()
              .map(status => deploymentStatus(status, found)),
          }
        : { body: deployment(found) };
    }
    case 'pulls': {
      const found = data.requests.find(known => known.number === Number(id));
      if (id) {
        return (
          found &&
          paged(
            request,
            part === 'reviews'
              ? (found.reviews ?? []).map(review)
              : (found.commits ?? []).map(requestCommit),
          )
        );
      }
      const asked = ['state', 'sort', 'direction'].map(name => query.get(name));
      return asked.join(' ') === 'all updated desc'
        ? paged(
            request,
            byNewest(data.requests, known => known.updatedAt).map(pullRequest),
          )
        : undefined;
    }
    default:
      return undefined;
  }
}

function byNewest<T>(items: readonly T[], timeOf: (item: T) => number): T[] {
  return [...items].sort((a, b) => timeOf(b) - timeOf(a));
}

/** The list holds the newest attempt of a run; each has an address of its own. */
function runOf(
  runs: readonly RunSample[],
  id: number,
  attempt: string | undefined,
): Recorded | undefined {
  const attempts = byNewest(
    runs.filter(run => run.id === id),
    run => run.attempt ?? 1,
  );
  const found = attempt
    ? attempts.find(run => (run.attempt ?? 1) === Number(attempt))
    : attempts[0];
  return found && { body: workflowRun(found) };
}

function listRuns(request: SeenRequest, runs: readonly RunSample[]): Recorded {
  const [from, to] = (request.query.get('created') ?? '')
    .split('..')
    .map(text => Date.parse(text));
  const matching = byNewest(
    runs.filter(
      run =>
        run.createdAt >= from &&
        run.createdAt <= to &&
        !runs.some(
          other =>
            other.id === run.id && (other.attempt ?? 1) > (run.attempt ?? 1),
        ),
    ),
    run => run.createdAt,
  );
  const answer = paged(request, matching.slice(0, 1000).map(workflowRun));
  return {
    ...answer,
    body: { total_count: matching.length, workflow_runs: answer.body },
  };
}

function paged(request: SeenRequest, items: readonly unknown[]): Recorded {
  const { path, query, headers } = request;
  const size = Number(query.get('per_page') ?? 30);
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
