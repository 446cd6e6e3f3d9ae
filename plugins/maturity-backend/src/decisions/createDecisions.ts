import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AssessmentContext } from '../assessment/AssessmentContext';
import type { Clock } from '../assessment/Clock';
import { DecisionReader } from './DecisionReader';
import { DecisionService } from './DecisionService';
import { DecisionStore } from './DecisionStore';
import { EvidenceStore } from './EvidenceStore';

/** Everything that routes about decisions are made of. */
export interface Decisions {
  service: DecisionService;
  reader: DecisionReader;
  evidence: EvidenceStore;
  /** Tells when an upload came in. */
  clock: Clock;
}

/** Puts the record of decisions and its evidence together. */
export function createDecisions(options: {
  context: AssessmentContext;
  /** Assesses one entity now. */
  assessNow: (entityId: number) => Promise<void>;
  clock: Clock;
  logger: LoggerService;
}): Decisions {
  const { context: assessment, clock } = options;
  const { knex } = assessment;
  const decisions = DecisionStore.create({ knex });
  const evidence = EvidenceStore.create({ knex });
  return {
    service: DecisionService.create({
      ...options,
      assessment,
      decisions,
      evidence,
    }),
    reader: DecisionReader.create({ decisions }),
    evidence,
    clock,
  };
}
