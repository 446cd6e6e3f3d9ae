import {
  type ChangeFields,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import {
  accept,
  type MappingContext,
  type Result,
  textOf,
} from '@devops-scorecards/plugin-maturity-node';
import { titleOf, urlOf } from './contentTexts';
import { subjectKey } from './factKeys';
import { changeMembers } from './pipelineMembers';
import type { Cdevent } from './readCdevent';
import { readMembers } from './readMembers';

/** A `change` is a change that asks to be merged. */
export function mapChange(
  event: Cdevent,
  context: MappingContext,
): Result<Statement<'change'>[]> {
  const members = readMembers(
    changeMembers,
    event.customData,
    'data.customData',
  );
  if (!members.ok) {
    return members;
  }
  const custom = members.value;
  const { predicate } = event.type;
  const fields: ChangeFields = {
    form: 'request',
    targetBranch: custom.branch,
    trunk: custom.trunk,
    author: context.pseudonym(custom.author),
    bot: custom.bot,
    commits: custom.commits,
    firstCommitAt: custom.commitAt,
    approved: custom.approved,
    workItems: custom.workItems,
    gates: custom.gates,
    url: urlOf(event) ?? custom.url,
  };
  if (predicate === 'created') {
    fields.title = titleOf(textOf(event.content, 'description'));
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
  return accept([
    {
      kind: 'change',
      key: subjectKey(event),
      rank: ended ? StatementRank.Finished : StatementRank.Started,
      occurredAt: event.timestamp,
      fields: said(fields),
    },
  ]);
}
