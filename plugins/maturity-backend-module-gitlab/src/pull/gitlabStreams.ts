import type {
  PullSettings,
  PullStream,
  PullSubject,
} from '@devops-scorecards/plugin-maturity-node';
import { mapPulledDeployment } from './domain/mapPulledDeployment';
import { mapPulledPipeline } from './domain/mapPulledPipeline';
import {
  mapPulledRequest,
  readCommits,
  type RequestCommits,
} from './domain/mapPulledRequest';
import { listedSchema, restMergeRequestSchema } from './domain/restPayloads';
import type { GitlabPulledProject } from './GitlabPulledProject';
import { pullOldestChangeFirst, type ListOptions } from './OldestChangeFirst';

/** GitLab's largest page. */
const LARGEST_PAGE = 100;

/** The streams of a project. */
export function gitlabStreams(
  project: GitlabPulledProject,
  settings: PullSettings,
  /** Projects of a tracker whose keys name work items. */
  projects: ReadonlySet<string>,
): PullStream[] {
  const stream = (
    name: string,
    subject: PullSubject,
    list: Omit<ListOptions, 'project' | 'settings'>,
  ): PullStream => ({
    id: `${project.name} ${name}`,
    subject,
    pull: request =>
      pullOldestChangeFirst({ ...list, project, settings }, request),
  });
  return [
    // It may well be built and deployed elsewhere.
    stream('pipelines', project.subject(['run'], true), pipelines(project)),
    stream(
      'deployments',
      project.subject(['deployment'], true),
      deployments(project),
    ),
    stream(
      'merge-requests',
      project.subject(['change'], false),
      mergeRequests(project, projects),
    ),
  ];
}

type List = Omit<ListOptions, 'project' | 'settings'>;

/** A list of pipelines tells no times of them, so each is read with its jobs. */
function pipelines(project: GitlabPulledProject): List {
  return {
    path: '/pipelines',
    what: 'pipeline',
    eventOf: async (item, { request, project: described }) => {
      const { signal, context } = request;
      const { id } = project.reading('pipeline', () =>
        listedSchema.parse(item),
      );
      const { body: pipeline } = await project.get(`/pipelines/${id}`, {
        signal,
      });
      const { body: jobs } = await project.get(`/pipelines/${id}/jobs`, {
        signal,
        query: { per_page: LARGEST_PAGE },
      });
      return project.eventOf(
        project.reading('pipeline', () =>
          mapPulledPipeline({ pipeline, jobs, project: described, context }),
        ),
        described,
      );
    },
  };
}

function deployments(project: GitlabPulledProject): List {
  return {
    path: '/deployments',
    what: 'deployment',
    eventOf: async (deployment, { request, project: described }) =>
      project.eventOf(
        project.reading('deployment', () =>
          mapPulledDeployment({
            deployment,
            project: described,
            context: request.context,
          }),
        ),
        described,
      ),
  };
}

/**
 * A list tells nothing of commits; they are read of those merged to the trunk.
 * It tells nothing of approvals either, which stay unknown.
 */
function mergeRequests(
  project: GitlabPulledProject,
  projects: ReadonlySet<string>,
): List {
  return {
    path: '/merge_requests',
    query: { state: 'all', scope: 'all' },
    what: 'merge request',
    eventOf: async (item, { request, project: described }) => {
      const { signal, context } = request;
      const { iid, state, target_branch } = project.reading(
        'merge request',
        () => restMergeRequestSchema.parse(item),
      );
      const isIntegrated =
        state === 'merged' && target_branch === described.default_branch;
      return project.eventOf(
        mapPulled(
          isIntegrated ? await commitsOf(project, iid, signal) : undefined,
        ),
        described,
      );

      function mapPulled(commits: RequestCommits | undefined) {
        return project.reading('merge request', () =>
          mapPulledRequest({
            request: item,
            commits,
            project: described,
            projects,
            context,
          }),
        );
      }
    },
  };
}

async function commitsOf(
  project: GitlabPulledProject,
  iid: number,
  signal: AbortSignal,
): Promise<RequestCommits> {
  const { body, next } = await project.get(`/merge_requests/${iid}/commits`, {
    signal,
    query: { per_page: LARGEST_PAGE },
  });
  return project.reading('list of commits', () =>
    readCommits(body, { isAll: next === undefined }),
  );
}
