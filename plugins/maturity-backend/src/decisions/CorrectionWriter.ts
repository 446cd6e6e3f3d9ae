import { ConflictError, isError } from '@backstage/errors';
import type {
  CorrectionContent,
  EpochMs,
  FactRecord,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import type { KnownEntity } from '../assessment/readKnownEntity';
import { takeKnowledge, writeTransaction } from '../database';
import { appendCorrection } from './appendCorrection';
import { checkCorrection } from './domain/checkCorrection';
import { checkEvidence } from './domain/checkEvidence';
import { checkReason } from './domain/checkText';
import { timeOfCorrection } from './domain/timeOfCorrection';
import { requireNoneOpen } from './domain/requireNoneOpen';
import { takeStep } from './domain/takeStep';
import { previewCorrection, type CorrectionPreview } from './previewCorrection';
import { readDecisions } from './readDecisions';
import { checkLinks, readFact } from './readFact';
import type {
  AffectedEntities,
  CheckedImport,
  CorrectRequest,
  DecideRequest,
  DecisionContext,
} from './types';
import { writeImported } from './writeImported';

/** How often the effect is worked out anew when another decision came in between. */
const ATTEMPTS = 5;

interface Subject {
  entity: KnownEntity;
  content: CorrectionContent;
  now: EpochMs;
}

interface Checked {
  lastSeq: number;
  fact: FactRecord;
  content: CorrectionContent;
  preview: CorrectionPreview;
}

/**
 * Checks corrections, works out what they do to levels and writes them down,
 * together with the event by which they count.
 */
export class CorrectionWriter {
  readonly #context: DecisionContext;

  static create(context: DecisionContext): CorrectionWriter {
    return new CorrectionWriter(context);
  }

  private constructor(context: DecisionContext) {
    this.#context = context;
  }

  /**
   * Has a correction count at once, or only proposes it where a level rises.
   *
   * @throws InputError, NotFoundError, ConflictError
   */
  async propose(
    request: CorrectRequest,
    options: { id: string; now: EpochMs },
  ): Promise<AffectedEntities> {
    const { entity, author } = request;
    const { id, now } = options;
    const { decisions, evidence } = this.#context;
    const reason = checkReason(request.reason);
    const named = checkEvidence(request.evidence, { atLeast: 0 });
    return this.#write({ ...request, now }, async (tx, checked) => {
      const { content, preview, lastSeq } = checked;
      const { effect, entityIds } = preview;
      const known = await readDecisions(tx, {
        entityId: entity.entityId,
        knownAt: lastSeq,
      });
      requireNoneOpen(known, content, now);
      if (!effect.raises) {
        await this.#append(tx, { id, entity, now, ...checked });
      }
      const claimed = await evidence.claim(tx, named);
      const seq = await takeKnowledge(tx, 1);
      const state = effect.raises ? 'proposed' : 'approved';
      await decisions.propose(
        tx,
        {
          id,
          entityId: entity.entityId,
          content,
          author,
          reason,
          evidence: claimed,
          createdAt: now,
          validFrom: now,
        },
        [{ seq, state, actor: author, at: now, effect }],
      );
      return effect.raises ? [] : entityIds;
    });
  }

  /**
   * Has a proposal count, with its effect worked out again.
   *
   * @throws NotAllowedError, NotFoundError
   * @throws ConflictError also when the fact is such by now that the
   *   correction makes no sense any more
   */
  async approve(
    request: DecideRequest & { content: CorrectionContent },
    now: EpochMs,
  ): Promise<AffectedEntities> {
    const { decisions } = this.#context;
    try {
      return await this.#write({ ...request, now }, (tx, checked) =>
        this.#approveChecked(tx, { request, now, checked }),
      );
    } catch (error) {
      if (!isError(error) || error.name !== 'InputError') {
        throw error;
      }
      // The fact may be such because somebody was faster.
      const decision = await decisions.get(request.id);
      if (!takeStep(decision, { ...request, at: now })) {
        return [];
      }
      throw new ConflictError(
        `The fact is another one by now, reject the proposal: ${error.message}`,
      );
    }
  }

  /** @throws InputError, NotFoundError, ConflictError */
  async import(
    request: CheckedImport<CorrectionContent> & {
      imported: { decider: string };
    },
  ): Promise<AffectedEntities> {
    const { id, entity, imported, validFrom, now } = request;
    const { decider, ...told } = imported;
    const subject = { entity, content: imported.content, now };
    return this.#write(subject, async (tx, checked) => {
      const at = imported.createdAt;
      await this.#append(tx, { id, entity, now, at, ...checked });
      const { content, preview } = checked;
      const { entityId } = entity;
      const proposal = { ...told, id, entityId, content, validFrom };
      await writeImported(tx, this.#context, { proposal, decider });
      return preview.entityIds;
    });
  }

  async #approveChecked(
    tx: Knex.Transaction,
    options: { request: DecideRequest; now: EpochMs; checked: Checked },
  ): Promise<AffectedEntities> {
    const { request, now, checked } = options;
    const { entity, id, actor, reason } = request;
    const { decisions } = this.#context;
    const decision = await decisions.get(id, tx);
    if (!takeStep(decision, { ...request, at: now })) {
      return [];
    }
    await this.#append(tx, { id, entity, now, ...checked });
    const { effect, entityIds } = checked.preview;
    await decisions.addStep(tx, id, {
      seq: await takeKnowledge(tx, 1),
      state: 'approved',
      actor,
      at: now,
      reason,
      effect,
    });
    return entityIds;
  }

  /**
   * Checks a correction, works out its effect and writes.
   *
   * @remarks
   *
   * The effect is worked out before the transaction, because nobody else can
   * write during one. Two corrections that raise a level only together must
   * not slip through beside each other: where another decision came in
   * between, it is worked out anew.
   */
  async #write(
    subject: Subject,
    write: (
      tx: Knex.Transaction,
      checked: Checked,
    ) => Promise<AffectedEntities>,
  ): Promise<AffectedEntities> {
    const { assessment, decisions } = this.#context;
    const { knex } = assessment;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const { fact, content } = await this.#check(knex, subject);
      const preview = await previewCorrection(assessment, {
        entityId: subject.entity.entityId,
        fact,
        content,
        asOf: subject.now,
      });
      const written = await writeTransaction(knex, async (tx, lastSeq) => {
        const isOutdated = await decisions.isChangedSince(tx, {
          entityIds: preview.entityIds,
          seq: preview.knownAt,
        });
        if (isOutdated) {
          return undefined;
        }
        const { fact: locked } = await this.#check(tx, subject);
        return write(tx, { lastSeq, content, preview, fact: locked });
      });
      if (written) {
        return written;
      }
    }
    throw new ConflictError(
      'Others keep deciding on this entity at the same moment: try again',
    );
  }

  async #check(
    knex: Knex,
    { entity, content, now }: Subject,
  ): Promise<{ fact: FactRecord; content: CorrectionContent }> {
    const { entityId } = entity;
    const { sourceOrder } = this.#context.assessment;
    const where = { entityId, sourceOrder };
    const fact = await readFact(knex, { ...where, fact: content.fact });
    const checked = checkCorrection({ content, fact, now });
    await checkLinks(knex, { ...where, content: checked });
    return { fact, content: checked };
  }

  /** @param options - `at`: when it came to count, now unless told */
  async #append(
    tx: Knex.Transaction,
    options: {
      id: string;
      entity: KnownEntity;
      content: CorrectionContent;
      fact: FactRecord;
      now: EpochMs;
      at?: EpochMs;
      lastSeq: number;
    },
  ): Promise<void> {
    const { id, entity, content, fact, now, lastSeq } = options;
    const { at = timeOfCorrection(fact, now) } = options;
    await appendCorrection(tx, {
      decisionId: id,
      entityRef: entity.entityRef,
      content,
      occurredAt: at,
      receivedAt: now,
      lastSeq,
    });
  }
}
