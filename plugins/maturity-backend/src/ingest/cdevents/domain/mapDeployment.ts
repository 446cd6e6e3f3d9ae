import {
  type DeploymentFields,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import {
  accept,
  type MappingContext,
  type Result,
  recordOf,
  refuse,
  textOf,
} from '@devops-scorecards/plugin-maturity-node';
import { artifactOf } from './artifactOf';
import { urlOf } from './contentTexts';
import { eventKey, referencedKey, runKey } from './factKeys';
import { deploymentMembers } from './pipelineMembers';
import type { Cdevent } from './readCdevent';
import { readMembers } from './readMembers';

/**
 * `service.deployed`, `upgraded` and `rolledback` are deployments that
 * succeeded, our `service.deployfailed` one that did not. The timestamp is the
 * end; when it began, only `customData.startedAt` can tell.
 */
export function mapDeployment(
  event: Cdevent,
  context: MappingContext,
): Result<Statement<'deployment'>[]> {
  const members = readMembers(
    deploymentMembers,
    event.customData,
    'data.customData',
  );
  if (!members.ok) {
    return members;
  }
  const custom = members.value;
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
    artifact: artifactOf(textOf(event.content, 'artifactId')),
    execution: custom.execution ?? (pipelineRun ? 'pipeline' : undefined),
    startedBy: custom.startedBy,
    purpose: custom.purpose ?? (rolledBack ? 'rollback' : undefined),
    pipeline: custom.pipeline,
    run:
      pipelineRun &&
      runKey(
        pipelineRun.source ?? event.source,
        pipelineRun.id,
        custom.attempt,
      ),
    strategy: custom.strategy,
    provenance: custom.provenance,
    changeWindow: custom.changeWindow,
    repairs: referencedKey(custom.repairs, { event, text: 'key' }),
    startedAt: custom.startedAt,
    finishedAt: event.timestamp,
    outcome: custom.outcome ?? (failed ? 'failure' : 'success'),
    url: urlOf(event) ?? custom.url,
  };
  return accept([
    {
      kind: 'deployment',
      // The subject is the service, so the event's own id names the deployment.
      key: eventKey(event),
      rank: StatementRank.Finished,
      occurredAt: event.timestamp,
      fields: said(fields),
    },
  ]);
}
