import { NotFoundError } from '@backstage/errors';
import type {
  PullStatus,
  SetupCheck,
  SetupTest,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import type { Clock } from '../assessment/Clock';
import type { KnownEntity } from '../assessment/readKnownEntity';
import { describeSource } from './domain/describeSource';
import { pullCheck } from './domain/pullCheck';
import { dryRun } from './dryRun';
import type { SetupReader } from './SetupReader';
import type { SourceCatalogue } from './SourceCatalogue';

/** What a {@link SetupTester} is made of. */
export interface SetupTesterOptions {
  knex: Knex;
  catalogue: SourceCatalogue;
  setup: SetupReader;
  pulls: { statuses(): Promise<PullStatus[]> };
  /** Whether a source may speak for an entity. */
  allows: (source: string, entityRef: string) => boolean;
  clock: Clock;
}

/**
 * Tries what would become of an event of a source about an entity. Nothing is
 * stored, and no producer is asked.
 */
export class SetupTester {
  readonly #options: SetupTesterOptions;

  static create(options: SetupTesterOptions): SetupTester {
    return new SetupTester(options);
  }

  private constructor(options: SetupTesterOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError where no source of that name is configured */
  async test(source: string, entity: KnownEntity): Promise<SetupTest> {
    const { catalogue, allows, clock } = this.#options;
    const known = catalogue.find(source);
    if (!known.configured) {
      throw new NotFoundError(
        `No source '${source}' is configured: add maturity.sources.${source}`,
      );
    }
    const { problems, doors } = describeSource(known);
    const names = await this.#options.setup.namesFor(source, entity);
    const allowed = allows(source, entity.entityRef);
    const checks: SetupCheck[] = [
      {
        check: 'settings',
        outcome: problems.length === 0 ? 'pass' : 'fail',
        ...(problems[0]?.message && { message: problems[0].message }),
      },
      { check: 'allowed', outcome: allowed ? 'pass' : 'fail' },
      { check: 'named', outcome: names.length > 0 ? 'pass' : 'fail', names },
      await this.#mappedCheck(source, entity, names),
    ];
    if (doors.pull) {
      const pulls = await this.#options.pulls.statuses();
      checks.push(
        pullCheck(
          pulls.filter(pull => pull.source === source),
          [...names, { scheme: 'entity', value: entity.entityRef }],
        ),
      );
    }
    return {
      source,
      at: clock.now(),
      passed: checks.every(({ outcome }) => outcome !== 'fail'),
      checks,
    };
  }

  async #mappedCheck(
    source: string,
    entity: KnownEntity,
    names: Parameters<typeof dryRun>[1]['names'],
  ): Promise<SetupCheck> {
    const { knex, allows, clock } = this.#options;
    if (names.length === 0) {
      return { check: 'mapped', outcome: 'skipped' };
    }
    const runs = await dryRun(knex, {
      source,
      allows: entityRef => allows(source, entityRef),
      names,
      now: clock.now(),
    });
    const lost = runs.find(
      ({ entityRefs }) => !entityRefs.includes(entity.entityRef),
    );
    // How many, and not which: who asks may not see them.
    const others = new Set(runs.flatMap(({ entityRefs }) => entityRefs));
    others.delete(entity.entityRef);
    return {
      check: 'mapped',
      outcome: lost ? 'fail' : 'pass',
      ...(lost?.result.message && { message: lost.result.message }),
      others: others.size,
    };
  }
}
