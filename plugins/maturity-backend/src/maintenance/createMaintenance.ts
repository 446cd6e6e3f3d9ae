import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type {
  EpochMs,
  ErasedAuthor,
  MaintenanceRun,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { pseudonymOf } from '../ingest/createMappingContext';
import { eraseAuthor } from './eraseAuthor';
import { MaintenanceRuns } from './MaintenanceRuns';
import { replayFacts } from './replayFacts';

/** What operators do to what is kept. */
export interface Maintenance {
  readonly runs: MaintenanceRuns;
  /** Folds all facts again from the log, in the background. */
  replay(): Promise<MaintenanceRun>;
  /**
   * Unlinks a person, by the name that producers know them by.
   *
   * @throws NotAllowedError where no authors are kept
   */
  eraseAuthor(name: string): Promise<ErasedAuthor>;
}

/** Puts maintenance together. */
export function createMaintenance(options: {
  knex: Knex;
  clock: { now(): EpochMs };
  logger: LoggerService;
  /** Key of the hashes that stand for authors. */
  authorKey?: string;
}): Maintenance {
  const { knex, logger, authorKey } = options;
  const runs = MaintenanceRuns.create(options);
  return {
    runs,
    replay: () =>
      runs.start('replay', async report => {
        const events = await replayFacts({ knex, report });
        logger.info(`Folded the facts of ${events} events again`);
      }),
    async eraseAuthor(name) {
      if (authorKey === undefined) {
        throw new NotAllowedError(
          'No authors are kept, because maturity.privacy.authorKey is not set: there is nobody to erase',
        );
      }
      return await eraseAuthor({ knex, author: pseudonymOf(name, authorKey) });
    },
  };
}
