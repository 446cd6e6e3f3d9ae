import {
  type RunFields,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import {
  accept,
  type Result,
  refuse,
  textOf,
} from '@devops-scorecards/plugin-maturity-node';
import { urlOf } from './contentTexts';
import { runKey } from './factKeys';
import { runMembers } from './pipelineMembers';
import type { Cdevent } from './readCdevent';
import { readMembers } from './readMembers';
import { readOutcome } from './readOutcome';

const RANKS: Readonly<Record<string, StatementRank>> = {
  queued: StatementRank.Queued,
  started: StatementRank.Started,
  finished: StatementRank.Finished,
};

/**
 * A `pipelinerun` is a run.
 *
 * @remarks
 *
 * Nothing else is one. Builds and task runs are steps of one: counted too, one
 * pipeline would be several runs.
 */
export function mapRun(event: Cdevent): Result<Statement<'run'>[]> {
  const members = readMembers(runMembers, event.customData, 'data.customData');
  if (!members.ok) {
    return members;
  }
  const custom = members.value;
  const { predicate } = event.type;
  const fields: RunFields = {
    pipeline: textOf(event.content, 'pipelineName') ?? custom.pipeline,
    branch: custom.branch,
    trunk: custom.trunk,
    commit: custom.commit,
    commitAt: custom.commitAt,
    attempt: custom.attempt,
    startedAt: custom.startedAt,
    trigger: custom.trigger,
    url: urlOf(event) ?? custom.url,
  };
  if (predicate === 'queued') {
    fields.queuedAt = event.timestamp;
  } else if (predicate === 'started') {
    fields.startedAt ??= event.timestamp;
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
  return accept([
    {
      kind: 'run',
      key: runKey(event.subjectSource, event.subjectId, custom.attempt),
      rank: RANKS[predicate],
      occurredAt: event.timestamp,
      fields: said(fields),
    },
  ]);
}
