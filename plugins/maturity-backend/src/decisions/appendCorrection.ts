import { createHash } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import type {
  CorrectionContent,
  EpochMs,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { canonicalJson } from '@devops-scorecards/plugin-maturity-node';
import { appendInTransaction } from '../facts';
import { correctionEvent } from './domain/correctionEvent';

/**
 * Has a correction count: it becomes an event of the source of its fact, and
 * everything that the fact counts for is assessed again.
 *
 * @remarks
 *
 * It belongs into the transaction that writes the decision down, so that
 * neither is there without the other. It takes one number of the knowledge
 * sequence.
 *
 * @param tx - of `writeTransaction`, before it took any number
 * @param options - `occurredAt`: when it comes to count
 * @throws ConflictError when the log does not take it
 */
export async function appendCorrection(
  tx: Knex.Transaction,
  options: {
    decisionId: string;
    entityRef: string;
    content: CorrectionContent;
    occurredAt: EpochMs;
    receivedAt: EpochMs;
    lastSeq: number;
  },
): Promise<void> {
  const { entityRef, content, receivedAt, lastSeq } = options;
  const event = correctionEvent(options);
  const [result] = await appendInTransaction(tx, {
    source: {
      name: content.fact.source,
      entities: ref => ref === entityRef,
    },
    events: [
      {
        event,
        bodyHash: createHash('sha256')
          .update(canonicalJson(event))
          .digest('hex'),
      },
    ],
    receivedAt,
    lastSeq,
  });
  if (result.status !== 'stored') {
    throw new ConflictError(
      `The correction could not be stored as an event (${result.status}): ${
        result.message ?? 'propose it anew'
      }`,
    );
  }
}
