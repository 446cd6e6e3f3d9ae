import {
  type Alias,
  type DeploymentFields,
  type EpochMs,
  type Outcome,
  type RunFields,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import {
  type MappingContext,
  repositoryAlias,
} from '@devops-scorecards/plugin-maturity-node';
import { branchName } from './branchName';
import type { JenkinsBuild } from './buildSchemas';
import { branchInName, jobName, parentOf } from './jobName';
import type { DeploymentJobs, JenkinsSettings } from './settings';

/** Longer names are no entity's. */
const MAX_NAME_LENGTH = 512;

/** What is made of one message about a build. */
export interface MappedBuild {
  /** Address of Jenkins, where it knows its own. */
  origin?: string;
  job: string;
  key: string;
  subject: string;
  occurredAt: EpochMs;
  aliases: Alias[];
  statements: Statement[];
}

/** Times and outcome, which runs and deployments have in common. */
interface Progress {
  rank: StatementRank;
  times: Pick<RunFields, 'queuedAt' | 'startedAt' | 'finishedAt' | 'outcome'>;
}

/**
 * A message about a build is a statement of its run and, where the job is one
 * that deploys, of its deployment.
 *
 * @remarks
 *
 * The key has the id of the queue: a branch that is deleted and comes back
 * begins at build 1 again.
 *
 * @param build - as one of the plugins tells of it
 * @param options - `receivedAt`: stands in where the build tells no time
 */
export function mapBuild(
  build: JenkinsBuild,
  options: {
    settings: JenkinsSettings;
    context: MappingContext;
    receivedAt: EpochMs;
  },
): MappedBuild {
  const { settings, context, receivedAt } = options;
  const job = jobName(build.jobUrl) ?? build.jobUrl;
  const branch = branchOf(build, job, settings);
  const key = keyOf(build);
  const occurredAt = build.timestamp ?? receivedAt;
  const pipeline = pipelineOf(job, branch, settings);
  const run: RunFields = {
    pipeline,
    branch,
    trunk: branch === undefined ? undefined : settings.trunk.has(branch),
    commit: build.scm?.commit,
    url: build.fullUrl,
  };
  const jobs = settings.deployments.find(({ matches }) => matches(job));
  const environment = jobs && environmentOf(build, jobs);
  const deployment: DeploymentFields = {
    environment,
    tier: context.tierOf(environment),
    commit: build.scm?.commit,
    // It is a build of a job, from start to end.
    execution: 'pipeline',
    pipeline,
    run: key,
    url: build.fullUrl,
  };
  const statements = progressOf(build, occurredAt, settings).flatMap(
    ({ rank, times }): Statement[] => {
      const { queuedAt, ...others } = times;
      const common = { key, rank, occurredAt };
      return [
        { ...common, kind: 'run', fields: said({ ...run, ...times }) },
        ...(jobs
          ? [
              {
                ...common,
                kind: 'deployment' as const,
                fields: said({ ...deployment, ...others }),
              },
            ]
          : []),
      ];
    },
  );
  return {
    origin: originOf(build),
    job,
    key,
    subject: `${job} #${build.number}`,
    occurredAt,
    aliases: aliasesOf(build, job),
    statements,
  };
}

/**
 * What a phase says of how far the build is.
 *
 * @remarks
 *
 * - `timestamp` is when the phase began: of `COMPLETED` it is the end of the
 *   build, so the start is that less the duration, which has no time in the
 *   queue in it.
 * - `FINALIZED` comes after what is done after the build. Its outcome counts,
 *   and its times only where no other phase tells better ones, so they are said
 *   at the lowest rank.
 * - A step of a pipeline may send any phase at any time. Then there is no
 *   duration yet, so no start is made of it.
 */
function progressOf(
  build: JenkinsBuild,
  at: EpochMs,
  { unstable }: JenkinsSettings,
): Progress[] {
  const { timestamp, duration } = build;
  const ended = {
    startedAt:
      timestamp !== undefined && duration !== undefined && duration <= timestamp
        ? timestamp - duration
        : undefined,
    finishedAt: at,
  };
  const outcome = outcomeOf(build.status, unstable);
  switch (phaseOf(build)) {
    case 'QUEUED':
      return [{ rank: StatementRank.Queued, times: { queuedAt: timestamp } }];
    case 'STARTED':
      return [{ rank: StatementRank.Started, times: { startedAt: at } }];
    case 'COMPLETED':
      return [{ rank: StatementRank.Finished, times: { ...ended, outcome } }];
    case 'FINALIZED':
      return [
        { rank: StatementRank.Queued, times: ended },
        { rank: StatementRank.Finished, times: { outcome } },
      ];
    default:
      return [];
  }
}

/** Old releases of the notification plugin called the last phase otherwise. */
function phaseOf({ phase }: JenkinsBuild): string {
  const name = phase.toUpperCase();
  return name === 'FINISHED' ? 'FINALIZED' : name;
}

const OUTCOMES: ReadonlyMap<string, Outcome> = new Map([
  ['SUCCESS', 'success'],
  ['FAILURE', 'failure'],
  // In the examples of the CloudEvents plugin.
  ['FAILED', 'failure'],
  ['ABORTED', 'cancelled'],
  ['NOT_BUILT', 'skipped'],
]);

function outcomeOf(
  status: string | undefined,
  unstable: Outcome,
): Outcome | undefined {
  const result = status?.toUpperCase() ?? '';
  return result === 'UNSTABLE' ? unstable : OUTCOMES.get(result);
}

function keyOf({ fullUrl, url, queueId }: JenkinsBuild): string {
  const address = (fullUrl ?? url).replace(/\/+$/, '');
  return queueId === undefined ? address : `${address} queue ${queueId}`;
}

function originOf({ fullUrl, url }: JenkinsBuild): string | undefined {
  return fullUrl?.endsWith(url)
    ? fullUrl.slice(0, -url.length) || undefined
    : undefined;
}

/**
 * Builds of pipelines do not tell their branch; where the operator says so, it
 * is the name of the job.
 */
function branchOf(
  { scm }: JenkinsBuild,
  job: string,
  { multibranch }: JenkinsSettings,
): string | undefined {
  const named = multibranch.some(matches => matches(job));
  return branchName(scm?.branch) ?? (named ? branchInName(job) : undefined);
}

/** All branches of a multibranch project are one pipeline. */
function pipelineOf(
  job: string,
  branch: string | undefined,
  { multibranch }: JenkinsSettings,
): string {
  const ofBranch =
    branch === branchInName(job) || multibranch.some(matches => matches(job));
  return (ofBranch ? parentOf(job) : undefined) ?? job;
}

function environmentOf(
  { parameters }: JenkinsBuild,
  { environment, environmentParameter }: DeploymentJobs,
): string | undefined {
  const given =
    environmentParameter === undefined
      ? undefined
      : parameters[environmentParameter];
  return (typeof given === 'string' && given) || environment;
}

function aliasesOf({ scm }: JenkinsBuild, job: string): Alias[] {
  const jobs = [job, parentOf(job)].flatMap((name): Alias[] =>
    name === undefined ? [] : [{ scheme: 'jenkins-job', value: name }],
  );
  const repository = repositoryAlias(scm?.url);
  return [...jobs, ...(repository ? [repository] : [])].filter(
    ({ value }) => value.length <= MAX_NAME_LENGTH,
  );
}
