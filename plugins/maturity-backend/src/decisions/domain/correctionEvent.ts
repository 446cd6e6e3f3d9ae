import {
  StatementRank,
  type CorrectionContent,
  type EpochMs,
  type MappedEvent,
  type Statement,
} from '@devops-scorecards/plugin-maturity-common';
import { CORRECTIONS_EVENT_SOURCE } from '../../facts/domain/correctionsEventSource';
import { CORRECTION_EVENT_TYPE } from '../../facts/domain/isCorrection';

/**
 * The event by which a correction enters the log, like any other.
 *
 * @remarks
 *
 * Its id is that of the decision, so that it is stored once. It names nobody:
 * who decided why is kept with the decision.
 *
 * @param options - `occurredAt`: when it came to count; of two corrections of
 *   one field the later wins
 */
export function correctionEvent(options: {
  decisionId: string;
  entityRef: string;
  content: CorrectionContent;
  occurredAt: EpochMs;
}): MappedEvent {
  const { decisionId, entityRef, content, occurredAt } = options;
  const { fact, fields, clears, exclude } = content;
  const statement: Statement = {
    kind: fact.kind,
    key: fact.key,
    rank: StatementRank.Corrected,
    occurredAt,
    fields: fields ?? {},
    ...(clears && { clears }),
    ...(exclude !== undefined && { exclude }),
  };
  return {
    eventSource: CORRECTIONS_EVENT_SOURCE,
    eventId: decisionId,
    type: CORRECTION_EVENT_TYPE,
    subject: fact.key,
    occurredAt,
    entityRef,
    aliases: [],
    statements: [statement],
    envelope: {
      specversion: '1.0',
      id: decisionId,
      source: CORRECTIONS_EVENT_SOURCE,
      type: CORRECTION_EVENT_TYPE,
      subject: fact.key,
      entityref: entityRef,
      datacontenttype: 'application/json',
      data: { decision: decisionId, fact, fields, clears, exclude },
    },
  };
}
