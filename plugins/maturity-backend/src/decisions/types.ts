import type {
  AttestationContent,
  CorrectionContent,
  EpochMs,
  EvidenceItem,
} from '@devops-scorecards/plugin-maturity-common';
import type { AssessmentContext } from '../assessment/AssessmentContext';
import type { KnownEntity } from '../assessment/readKnownEntity';
import type { DecisionStore } from './DecisionStore';
import type { ImportedDecision } from './domain/checkImport';
import type { StepName } from './domain/takeStep';
import type { EvidenceStore } from './EvidenceStore';

/** What decisions are made with. */
export interface DecisionContext {
  assessment: AssessmentContext;
  decisions: DecisionStore;
  evidence: EvidenceStore;
}

/** What every proposal brings. */
interface Proposal {
  entity: KnownEntity;
  /** Canonical ref of the user. */
  author: string;
  reason: string;
  evidence?: EvidenceItem[];
}

/** An attestation as somebody asks for it. */
export interface AttestRequest extends Proposal {
  content: AttestationContent;
  validTo?: EpochMs;
  /** Id of the attestation that this one renews. */
  renews?: string;
}

/** A correction as somebody asks for it. */
export interface CorrectRequest extends Proposal {
  content: CorrectionContent;
}

/** A step as somebody asks for it. */
export interface DecideRequest {
  entity: KnownEntity;
  id: string;
  step: StepName;
  /** Canonical ref of the user. */
  actor: string;
  /** Whether the actor may review decisions on the entity. */
  mayReview: boolean;
  /** Required to reject and to withdraw. */
  reason?: string;
}

/** A decision that was made elsewhere. */
export type ImportRequest = Omit<ImportedDecision, 'evidence'> & {
  entity: KnownEntity;
  evidence?: EvidenceItem[];
  /** Default: when it was made. */
  validFrom?: EpochMs;
  validTo?: EpochMs;
};

/** A checked import on its way into the record. */
export interface CheckedImport<Content> {
  id: string;
  entity: KnownEntity;
  imported: ImportedDecision & { content: Content };
  validFrom: EpochMs;
  validTo?: EpochMs;
  now: EpochMs;
}

/** Entities that a decision has just changed something for. */
export type AffectedEntities = readonly number[];
