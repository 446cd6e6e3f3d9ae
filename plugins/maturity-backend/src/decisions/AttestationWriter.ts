import type {
  AttestationContent,
  EpochMs,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { markDue } from '../assessment/markDue';
import type { KnownEntity } from '../assessment/readKnownEntity';
import { currentKnowledge, takeKnowledge, writeTransaction } from '../database';
import type { NewDecision } from './DecisionStore';
import { checkAttestation, checkValidity } from './domain/checkAttestation';
import { checkEvidence } from './domain/checkEvidence';
import { checkRenewal } from './domain/checkRenewal';
import { checkReason } from './domain/checkText';
import { requireNoneOpen } from './domain/requireNoneOpen';
import { readDecisions } from './readDecisions';
import type { AttestRequest, CheckedImport, DecisionContext } from './types';
import { writeImported } from './writeImported';

/** Checks attestations and writes them down. */
export class AttestationWriter {
  readonly #context: DecisionContext;

  static create(context: DecisionContext): AttestationWriter {
    return new AttestationWriter(context);
  }

  private constructor(context: DecisionContext) {
    this.#context = context;
  }

  /** @throws InputError, ConflictError */
  async propose(
    request: AttestRequest,
    options: { id: string; now: EpochMs },
  ): Promise<void> {
    const { entity, content, author, renews, validTo } = request;
    const { id, now } = options;
    const { knex, timeZone } = this.#context.assessment;
    await this.#checkCriterion(entity, content, now);
    const proposal: NewDecision = {
      id,
      entityId: entity.entityId,
      content,
      author,
      reason: checkReason(request.reason),
      evidence: checkEvidence(request.evidence, { atLeast: 1 }),
      createdAt: now,
      ...checkValidity({ validFrom: now, validTo, timeZone }),
      renews,
    };
    await writeTransaction(knex, async (tx, knownAt) => {
      const { entityId } = entity;
      const known = await readDecisions(tx, { entityId, knownAt });
      requireNoneOpen(known, content, now);
      if (renews !== undefined) {
        const renewed = known.find(decision => decision.id === renews);
        checkRenewal(content, renewed);
      }
      await this.#addOpen(tx, proposal);
    });
  }

  /** @throws InputError, ConflictError */
  async import(request: CheckedImport<AttestationContent>): Promise<void> {
    const { id, entity, imported, validFrom, validTo, now } = request;
    const { knex, timeZone } = this.#context.assessment;
    const { decider, ...told } = imported;
    const { entityId } = entity;
    await this.#checkCriterion(entity, imported.content, now);
    const proposal: NewDecision = {
      ...told,
      id,
      entityId,
      ...checkValidity({ validFrom, validTo, timeZone }),
    };
    await writeTransaction(knex, async (tx, knownAt) => {
      if (await this.#context.decisions.has(id, tx)) {
        return;
      }
      if (decider === undefined) {
        const known = await readDecisions(tx, { entityId, knownAt });
        requireNoneOpen(known, imported.content, now);
        await this.#addOpen(tx, proposal);
        return;
      }
      const seq = await writeImported(tx, this.#context, { proposal, decider });
      await markDue(tx, { entityIds: [entityId], dueAt: now, seq });
    });
  }

  /** Writes down a proposal that waits for another person. */
  async #addOpen(tx: Knex.Transaction, proposal: NewDecision): Promise<void> {
    const { decisions, evidence } = this.#context;
    const { author, createdAt } = proposal;
    const claimed = await evidence.claim(tx, proposal.evidence);
    const seq = await takeKnowledge(tx, 1);
    await decisions.propose(tx, { ...proposal, evidence: claimed }, [
      { seq, state: 'proposed', actor: author, at: createdAt },
    ]);
  }

  async #checkCriterion(
    entity: KnownEntity,
    content: AttestationContent,
    now: EpochMs,
  ): Promise<void> {
    const { knex, models } = this.#context.assessment;
    const versions = models.applicable({
      entity: entity.document,
      asOf: now,
      knownAt: await currentKnowledge(knex),
    });
    checkAttestation(
      content,
      versions.map(({ model }) => model),
    );
  }
}
