import {
  type MeasureFields,
  measureNamed,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { z } from 'zod';
import {
  accept,
  type Result,
  refuse,
} from '@devops-scorecards/plugin-maturity-node';
import { urlOf } from './contentTexts';
import { eventKey } from './factKeys';
import type { Cdevent } from './readCdevent';
import { readMembers } from './readMembers';

const amount = z.number('must be a number').min(0, 'must not be negative');

const contentMembers = z.object({
  part: amount.optional(),
  total: amount.optional(),
  value: amount.optional(),
});

const customMembers = z.object({
  trunk: z.boolean().optional(),
  branch: z.string().optional(),
  commit: z.string().optional(),
  url: z.string().optional(),
});

/** `measure.recorded` is one reading of what its subject names. */
export function mapMeasure(event: Cdevent): Result<Statement<'measure'>[]> {
  const content = readMembers(
    contentMembers,
    event.content,
    'data.subject.content',
  );
  if (!content.ok) {
    return content;
  }
  const wrong = wrongReading(event.subjectId, content.value);
  if (wrong) {
    return refuse(400, `data.subject.content.${wrong}`);
  }
  const custom = readMembers(
    customMembers,
    event.customData,
    'data.customData',
  );
  if (!custom.ok) {
    return custom;
  }
  const fields: MeasureFields = {
    name: event.subjectId,
    ...content.value,
    measuredAt: event.timestamp,
    branch: custom.value.branch,
    trunk: custom.value.trunk,
    commit: custom.value.commit,
    url: urlOf(event) ?? custom.value.url,
  };
  return accept([
    {
      kind: 'measure',
      // The subject is what was read, so the event's own id names the reading.
      key: eventKey(event),
      rank: StatementRank.Finished,
      occurredAt: event.timestamp,
      fields: said(fields),
    },
  ]);
}

/** What is wrong with a reading, beginning with the member; nothing is fine. */
function wrongReading(
  name: string,
  { part, total, value }: z.output<typeof contentMembers>,
): string | undefined {
  const form = measureNamed(name)?.form;
  if (form === 'value' && value === undefined) {
    return `value is missing: ${name} is one number and no share; send it as value`;
  }
  if (part === undefined && total === undefined) {
    if (form === 'share') {
      return `part is missing: ${name} is a share; send part and total, for example 84 of 100`;
    }
    return value === undefined
      ? 'value is missing: send part and total of a share, or the value of another reading'
      : undefined;
  }
  if (part === undefined || total === undefined) {
    return part === undefined
      ? 'part is missing beside total: send both'
      : 'total is missing beside part: send both';
  }
  if (total === 0) {
    return 'total is 0: nothing was counted, so there is no share; send the reading when there is something to count';
  }
  return part > total
    ? `part is ${part} of a total of ${total}, more than all: send what was covered or passed as part, and all that there is as total`
    : undefined;
}
