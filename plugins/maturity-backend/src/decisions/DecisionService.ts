import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Decision } from '@devops-scorecards/plugin-maturity-common';
import type { Clock } from '../assessment/Clock';
import { markDue } from '../assessment/markDue';
import { takeKnowledge, writeTransaction } from '../database';
import { AttestationWriter } from './AttestationWriter';
import { CorrectionWriter } from './CorrectionWriter';
import { checkImport, requireDecider } from './domain/checkImport';
import { checkReason } from './domain/checkText';
import { takeStep } from './domain/takeStep';
import { importedId } from './importedId';
import type {
  AffectedEntities,
  AttestRequest,
  CorrectRequest,
  DecideRequest,
  DecisionContext,
  ImportRequest,
} from './types';

/** What the service is made of. */
export interface DecisionServiceOptions extends DecisionContext {
  /** Assesses one entity now. */
  assessNow: (entityId: number) => Promise<void>;
  clock: Clock;
  logger: LoggerService;
}

/**
 * Attestations and corrections, from the proposal to the end.
 *
 * @remarks
 *
 * Who may ask is settled before: routes hand in the entity that the caller may
 * see and act on. Whether *this* person may take *this* step is decided here.
 * Every change is one transaction; a correction and its event are written
 * together or not at all. What a decision changes is assessed before it is
 * answered.
 */
export class DecisionService {
  readonly #options: DecisionServiceOptions;
  readonly #attestations: AttestationWriter;
  readonly #corrections: CorrectionWriter;

  static create(options: DecisionServiceOptions): DecisionService {
    return new DecisionService(options);
  }

  private constructor(options: DecisionServiceOptions) {
    this.#options = options;
    this.#attestations = AttestationWriter.create(options);
    this.#corrections = CorrectionWriter.create(options);
  }

  /**
   * Proposes that a criterion is met; it counts once another person approves.
   *
   * @throws InputError, ConflictError
   */
  async attest(request: AttestRequest): Promise<Decision> {
    const { clock, decisions } = this.#options;
    const id = randomUUID();
    await this.#attestations.propose(request, { id, now: clock.now() });
    return decisions.get(id);
  }

  /**
   * Corrects a fact: at once, or where that raises a level once another person
   * approves.
   *
   * @throws InputError, NotFoundError, ConflictError
   */
  async correct(request: CorrectRequest): Promise<Decision> {
    const { clock, decisions } = this.#options;
    const id = randomUUID();
    const now = clock.now();
    await this.#reassess(await this.#corrections.propose(request, { id, now }));
    return decisions.get(id);
  }

  /**
   * Approves, rejects or withdraws.
   *
   * @throws NotAllowedError when somebody else would have to do it
   * @throws ConflictError when nobody can do it any more
   */
  async decide(request: DecideRequest): Promise<Decision> {
    const { id, step } = request;
    const { clock, decisions } = this.#options;
    const now = clock.now();
    const isSilent = step === 'approve' && !request.reason?.trim();
    const reason = isSilent ? undefined : checkReason(request.reason);
    const checked = { ...request, reason };
    const decision = await decisions.get(id);
    if (!takeStep(decision, { ...checked, at: now })) {
      return decision;
    }
    const { content } = decision;
    await this.#reassess(
      step === 'approve' && content.kind === 'correct'
        ? await this.#corrections.approve({ ...checked, content }, now)
        : await this.#step(checked, now),
    );
    return decisions.get(id);
  }

  /**
   * Takes in a decision that two people made elsewhere, or an attestation that
   * waits for the second of them. The same one again changes nothing.
   *
   * @throws InputError, NotFoundError, ConflictError
   */
  async import(request: ImportRequest): Promise<Decision> {
    const { entity, ...told } = request;
    const { clock, decisions, assessment } = this.#options;
    const now = clock.now();
    const imported = checkImport(told, now);
    const id = importedId({ ...told, entityRef: entity.entityRef });
    if (await decisions.has(id, assessment.knex)) {
      return decisions.get(id);
    }
    const { validFrom = imported.createdAt, validTo } = request;
    const { content } = imported;
    const shared = { id, entity, validFrom, validTo, now };
    if (content.kind === 'attest') {
      await this.#attestations.import({
        ...shared,
        imported: { ...imported, content },
      });
      await this.#reassess([entity.entityId]);
    } else {
      const affected = await this.#corrections.import({
        ...shared,
        imported: { ...imported, content, decider: requireDecider(imported) },
      });
      await this.#reassess(affected);
    }
    return decisions.get(id);
  }

  /** Any step but the approval of a correction. */
  async #step(request: DecideRequest, now: number): Promise<AffectedEntities> {
    const { entity, id, actor, reason } = request;
    const { decisions, assessment } = this.#options;
    const entityIds = [entity.entityId];
    return writeTransaction(assessment.knex, async tx => {
      const decision = await decisions.get(id, tx);
      const state = takeStep(decision, { ...request, at: now });
      if (!state) {
        return [];
      }
      const seq = await takeKnowledge(tx, 1);
      await decisions.addStep(tx, id, { seq, state, actor, at: now, reason });
      if (decision.state === 'proposed' && state !== 'approved') {
        // It never counted for anything.
        return [];
      }
      await markDue(tx, { entityIds, dueAt: now, seq });
      return entityIds;
    });
  }

  /** Everything is marked as due already, so a failure only costs time. */
  async #reassess(entityIds: AffectedEntities): Promise<void> {
    for (const entityId of entityIds) {
      try {
        await this.#options.assessNow(entityId);
      } catch (error) {
        this.#options.logger.warn(
          'An entity could not be assessed right after a decision, it will be soon',
          error as Error,
        );
      }
    }
  }
}
