import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { takeKnowledge, writeTransaction } from '../../database';
import { DecisionStore } from '../../decisions/DecisionStore';
import { entityId } from '../../facts/__testUtils__/events';
import { markDue } from '../markDue';
import { ENTITY } from './scene';
import { STABILITY_MODEL } from './stabilityPack';

/** Attests the plan of the stability pack, approved unless told. */
export async function attest(
  knex: Knex,
  options: {
    at: EpochMs;
    validTo: EpochMs;
    approved?: boolean;
  },
): Promise<void> {
  const { at, validTo, approved = true } = options;
  const id = await entityId(knex, ENTITY);
  const person = (name: string) => `user:default/${name}`;
  await writeTransaction(knex, async tx => {
    const seq = await takeKnowledge(tx, 2);
    await DecisionStore.create({ knex }).propose(
      tx,
      {
        id: randomUUID(),
        entityId: id,
        content: {
          kind: 'attest',
          model: STABILITY_MODEL,
          criterionId: 'plan-l3',
        },
        author: person('author'),
        reason: 'It hangs on the wall',
        evidence: [],
        createdAt: at,
        validFrom: at,
        validTo,
      },
      [
        { seq, state: 'proposed', actor: person('author'), at },
        ...(approved
          ? [
              {
                seq: seq + 1,
                state: 'approved' as const,
                actor: person('decider'),
                at,
              },
            ]
          : []),
      ],
    );
    await markDue(tx, { entityIds: [id], dueAt: at, seq: seq + 1 });
  });
}

/** Takes a decision back that counts; nothing where it does not. */
export async function withdraw(
  knex: Knex,
  options: { id: string; at: EpochMs },
): Promise<void> {
  const { id, at } = options;
  const store = DecisionStore.create({ knex });
  const entity = await entityId(knex, ENTITY);
  await writeTransaction(knex, async tx => {
    const { state } = await store.get(id, tx);
    if (state !== 'approved') {
      return;
    }
    const seq = await takeKnowledge(tx, 1);
    const actor = 'user:default/decider';
    await store.addStep(tx, id, { seq, state: 'withdrawn', actor, at });
    await markDue(tx, { entityIds: [entity], dueAt: at, seq });
  });
}
