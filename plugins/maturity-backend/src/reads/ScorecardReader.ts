import { InputError, NotFoundError } from '@backstage/errors';
import type {
  EpochMs,
  Scorecard,
  SettingProblem,
} from '@devops-scorecards/plugin-maturity-common';
import type { AssessmentContext } from '../assessment/AssessmentContext';
import { AssessmentStore } from '../assessment/AssessmentStore';
import type { Clock } from '../assessment/Clock';
import type { KnownEntity } from '../assessment/readKnownEntity';
import { subjectProblems } from '../assessment/domain/subjectOf';
import { recompute } from '../assessment/recompute';
import type { EntityCalendars } from '../calendars';
import { currentKnowledge } from '../database';
import { readDecisions } from '../decisions';
import { chooseModel, toAppliedModels, type ModelQuery } from './chooseModel';
import { hydrateVerdict } from './domain/hydrateVerdict';
import { toScorecard } from './domain/toScorecard';

/** Reads scorecards: the stored one, or one of another time. */
export class ScorecardReader {
  readonly #context: AssessmentContext;
  readonly #store: AssessmentStore;
  readonly #clock: Clock;

  static create(options: {
    context: AssessmentContext;
    clock: Clock;
  }): ScorecardReader {
    return new ScorecardReader(options);
  }

  private constructor(options: { context: AssessmentContext; clock: Clock }) {
    this.#context = options.context;
    this.#clock = options.clock;
    this.#store = AssessmentStore.create({ knex: options.context.knex });
  }

  /**
   * The scorecard of an entity under one model, the primary one unless told.
   *
   * @param options - `asOf`: the time it is about; `knownAt`: the knowledge
   *   to use; what was stored last where both are absent
   * @throws NotFoundError when the model does not apply to the entity
   */
  async read(
    options: ModelQuery & {
      entity: KnownEntity;
      asOf?: EpochMs;
      knownAt?: number;
    },
  ): Promise<Scorecard> {
    const { asOf, knownAt } = options;
    if (asOf !== undefined || knownAt !== undefined) {
      const now = this.#clock.now();
      if (asOf !== undefined && asOf > now) {
        throw new InputError(
          `asOf ${asOf} lies in the future, it may be at most ${now}`,
        );
      }
      await this.#requireKnown(knownAt);
      return this.#recompute({ ...options, asOf: asOf ?? now });
    }
    return (
      (await this.#readStored(options)) ??
      (await this.#recompute({ ...options, asOf: this.#clock.now() }))
    );
  }

  /** What is not known yet could be answered in another way tomorrow. */
  async #requireKnown(knownAt: number | undefined): Promise<void> {
    if (knownAt === undefined) {
      return;
    }
    const current = await currentKnowledge(this.#context.knex);
    if (knownAt > current) {
      throw new InputError(
        `knownAt ${knownAt} is not known yet, it may be at most ${current}`,
      );
    }
  }

  /** `undefined` when the version that judges today has not judged it yet. */
  async #readStored(
    options: ModelQuery & { entity: KnownEntity },
  ): Promise<Scorecard | undefined> {
    const { entity } = options;
    const { knex, models, calendars } = this.#context;
    const knownAt = await currentKnowledge(knex);
    const versions = models.applicable({
      entity: entity.document,
      asOf: this.#clock.now(),
      knownAt,
    });
    const chosen = chooseModel(versions, {
      ...options,
      entityRef: entity.entityRef,
    });
    const { assessments, measurements } = await this.#store.read(
      entity.entityId,
    );
    const stored = assessments.find(
      ({ modelVersionId }) => modelVersionId === chosen.modelVersionId,
    );
    return (
      stored &&
      toScorecard({
        entityRef: entity.entityRef,
        model: chosen.model,
        applied: toAppliedModels(versions),
        asOf: stored.asOf,
        knownAt: stored.knownAt,
        timeZone: this.#context.timeZone,
        verdict: {
          ...stored.verdict,
          root: hydrateVerdict(stored.verdict.root, chosen.model),
        },
        measurements,
        decisions: await readDecisions(knex, {
          entityId: entity.entityId,
          knownAt,
        }),
        problems: problemsOf(
          entity,
          calendars.calendarsFor(entity.document, knownAt),
        ),
      })
    );
  }

  async #recompute(
    options: ModelQuery & {
      entity: KnownEntity;
      asOf: EpochMs;
      knownAt?: number;
    },
  ): Promise<Scorecard> {
    const { entityId, entityRef } = options.entity;
    const result = await recompute(this.#context, {
      entityId,
      asOf: options.asOf,
      knownAt: options.knownAt,
    });
    if (!result) {
      throw new NotFoundError(
        `The catalog did not have ${entityRef} at knowledge ${options.knownAt}: ask for a later one`,
      );
    }
    const chosen = chooseModel(result.verdicts, {
      ...options,
      entityRef,
    });
    const { verdict } = result.verdicts.find(
      ({ modelVersionId }) => modelVersionId === chosen.modelVersionId,
    )!;
    return toScorecard({
      entityRef,
      model: chosen.model,
      applied: toAppliedModels(result.verdicts),
      asOf: result.asOf,
      knownAt: result.knownAt,
      timeZone: this.#context.timeZone,
      verdict,
      measurements: result.measurements,
      decisions: result.decisions,
      problems: problemsOf(result.entity, result.calendars),
    });
  }
}

/** Settings of an entity that do not count as they are written. */
function problemsOf(
  { document }: KnownEntity,
  { problem }: EntityCalendars,
): SettingProblem[] {
  return [...subjectProblems(document), ...(problem ? [problem] : [])];
}
