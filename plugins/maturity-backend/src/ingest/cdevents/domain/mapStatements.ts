import {
  type ChangeFields,
  type DeploymentFields,
  type RunFields,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { recordOf, textOf } from '../../domain/jsonObject';
import { accept, type Outcome, refuse } from '../../domain/outcome';
import type { Cdevent } from './readCdevent';
import { type CustomData, readCustomData } from './readCustomData';
import { readOutcome } from './readOutcome';

/**
 * What a CDEvent says of facts; nothing, for the subjects that no fact is made
 * of yet.
 *
 * @remarks
 *
 * A run is a `pipelinerun` and nothing else. Builds and task runs are steps of
 * one: counted too, one pipeline would be several runs.
 */
export function mapStatements(
  event: Cdevent,
  context: MappingContext,
): Outcome<Statement[]> {
  const map = mapperOf(event);
  if (!map) {
    return accept([]);
  }
  const custom = readCustomData(event.customData);
  if (!custom.ok) {
    return custom;
  }
  const statement = map(event, custom.value, context);
  return statement.ok ? accept([statement.value]) : statement;
}

type Mapper = (
  event: Cdevent,
  custom: CustomData,
  context: MappingContext,
) => Outcome<Statement>;

function mapperOf({ type }: Cdevent): Mapper | undefined {
  switch (type.subject) {
    case 'pipelinerun':
      return mapRun;
    case 'change':
      return mapChange;
    case 'service':
      return ['removed', 'published'].includes(type.predicate)
        ? undefined
        : mapDeployment;
    default:
      return undefined;
  }
}

const RUN_RANK: Readonly<Record<string, StatementRank>> = {
  queued: StatementRank.Queued,
  started: StatementRank.Started,
  finished: StatementRank.Finished,
};

function mapRun(event: Cdevent, custom: CustomData): Outcome<Statement<'run'>> {
  const { predicate } = event.type;
  const fields: RunFields = {
    pipeline: textOf(event.content, 'pipelineName'),
    branch: custom.branch,
    trunk: custom.trunk,
    commit: custom.commit,
    commitAt: custom.commitAt,
    attempt: custom.attempt,
    trigger: custom.trigger,
    url: urlOf(event) ?? custom.url,
  };
  if (predicate === 'queued') {
    fields.queuedAt = event.timestamp;
  } else if (predicate === 'started') {
    fields.startedAt = event.timestamp;
  } else {
    const word = textOf(event.content, 'outcome');
    const outcome = word === undefined ? custom.outcome : readOutcome(word);
    if (word !== undefined && outcome === undefined) {
      return refuse(
        400,
        'data.subject.content.outcome must be success, failure, cancel or error',
      );
    }
    fields.finishedAt = event.timestamp;
    fields.outcome = outcome;
  }
  return accept({
    kind: 'run',
    key: runKey(event.subjectSource, event.subjectId, custom.attempt),
    rank: RUN_RANK[predicate],
    occurredAt: event.timestamp,
    fields: said(fields),
  });
}

function mapDeployment(
  event: Cdevent,
  custom: CustomData,
  context: MappingContext,
): Outcome<Statement<'deployment'>> {
  const environment = textOf(recordOf(event.content, 'environment'), 'id');
  if (environment === undefined) {
    return refuse(
      400,
      'data.subject.content.environment.id is missing: name the environment that was deployed to',
    );
  }
  const failed = event.type.predicate === 'deployfailed';
  if (failed && custom.outcome === 'success') {
    return refuse(
      400,
      'data.customData.outcome says success on a failed deployment: send service.deployed, or leave the outcome out',
    );
  }
  const { pipelineRun } = custom;
  const rolledBack = event.type.predicate === 'rolledback';
  const fields: DeploymentFields = {
    environment,
    tier: context.tierOf(environment),
    service: event.subjectId,
    commit: custom.commit,
    artifact: textOf(event.content, 'artifactId'),
    execution: custom.execution ?? (pipelineRun ? 'pipeline' : undefined),
    startedBy: custom.startedBy,
    purpose: custom.purpose ?? (rolledBack ? 'rollback' : undefined),
    run:
      pipelineRun &&
      runKey(
        pipelineRun.source ?? event.source,
        pipelineRun.id,
        custom.attempt,
      ),
    finishedAt: event.timestamp,
    outcome: custom.outcome ?? (failed ? 'failure' : 'success'),
    url: urlOf(event) ?? custom.url,
  };
  return accept({
    kind: 'deployment',
    // The subject is the service, so the event's own id names the deployment.
    key: scopedKey(event.source, event.id),
    rank: StatementRank.Finished,
    occurredAt: event.timestamp,
    fields: said(fields),
  });
}

function mapChange(
  event: Cdevent,
  custom: CustomData,
): Outcome<Statement<'change'>> {
  const { predicate } = event.type;
  const fields: ChangeFields = {
    form: 'request',
    targetBranch: custom.branch,
    trunk: custom.trunk,
    firstCommitAt: custom.commitAt,
    url: urlOf(event) ?? custom.url,
  };
  if (predicate === 'created') {
    fields.title = textOf(event.content, 'description')
      ?.split('\n')[0]
      .slice(0, 200);
    fields.createdAt = event.timestamp;
  }
  if (predicate === 'merged') {
    fields.mergedAt = event.timestamp;
    fields.closedAt = event.timestamp;
    fields.mergeSha = custom.commit;
  } else {
    fields.headSha = custom.commit;
  }
  if (predicate === 'abandoned') {
    fields.closedAt = event.timestamp;
  }
  const ended = predicate === 'merged' || predicate === 'abandoned';
  return accept({
    kind: 'change',
    key: scopedKey(event.subjectSource, event.subjectId),
    rank: ended ? StatementRank.Finished : StatementRank.Started,
    occurredAt: event.timestamp,
    fields: said(fields),
  });
}

/** The fields without those that the event does not know. */
function said<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as T;
}

/** CDEvents 0.4 says `url`, 0.5 says `uri`. */
function urlOf({ content }: Cdevent): string | undefined {
  return textOf(content, 'uri') ?? textOf(content, 'url');
}

/**
 * A name that is unique in its source. Ids of CDEvents are unique only
 * together with their source: two jobs may both have a run 42.
 */
function scopedKey(source: string, id: string): string {
  return `${source} ${id}`;
}

/** The first attempt has no number, so that not saying it means the same. */
function runKey(source: string, id: string, attempt?: number): string {
  const key = scopedKey(source, id);
  return attempt !== undefined && attempt > 1 ? `${key}#${attempt}` : key;
}
