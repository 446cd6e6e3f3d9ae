import type { EpochMs, FactFields, FactKind } from '../facts';

/**
 * Kinds of decision that people take. The record has room for `waive`,
 * `not-applicable`, `classify` and `override`.
 *
 * @public
 */
export type DecisionKind = 'attest' | 'correct';

/**
 * Where a decision stands. Only `approved` has an effect, and only from
 * `validFrom` to `validTo`.
 *
 * @public
 */
export type DecisionState = 'proposed' | 'approved' | 'rejected' | 'withdrawn';

/** A document behind a decision. @public */
export interface EvidenceItem {
  /** What it is called on pages. */
  title: string;
  /** Address of a document elsewhere; http or https. */
  url?: string;
  /** SHA-256, lower-case hex: of the upload, or of the linked document where it is known. */
  sha256?: string;
  /** Present on uploads. */
  mediaType?: EvidenceMediaType;
  /** Bytes; present on uploads. */
  size?: number;
}

/** Media types that can be uploaded as evidence. @public */
export type EvidenceMediaType =
  | 'application/pdf'
  | 'image/png'
  | 'image/jpeg'
  | 'text/plain';

/** Largest upload, bytes. @public */
export const MAX_EVIDENCE_BYTES = 5 * 1024 * 1024;

/** What an attestation says: a criterion is met. @public */
export interface AttestationContent {
  kind: 'attest';
  model: string;
  criterionId: string;
}

/** Which fact a correction is about. @public */
export interface FactReference {
  kind: FactKind;
  source: string;
  key: string;
}

/**
 * What a correction says of a fact: leave it out, or these fields are so.
 *
 * @public
 */
export interface CorrectionContent {
  kind: 'correct';
  fact: FactReference;
  /** True leaves the fact out of everything; false takes it back in. */
  exclude?: boolean;
  /** Only fields of {@link CORRECTABLE_FIELDS}. */
  fields?: Partial<FactFields[FactKind]>;
  /** Fields that are not so and whose value is not known. */
  clears?: string[];
}

/** Fields that people can correct, by kind of fact. @public */
export const CORRECTABLE_FIELDS = {
  run: ['startedAt', 'finishedAt', 'outcome', 'trunk'],
  deployment: [
    'startedAt',
    'finishedAt',
    'outcome',
    'execution',
    'purpose',
    'tier',
  ],
  change: [],
  'work-item': [],
  incident: [
    'startedAt',
    'detectedAt',
    'acknowledgedAt',
    'restoredAt',
    'detectedBy',
    'severity',
    'impact',
    'cause',
    'deployment',
    'repeatOf',
    'scheduled',
  ],
  alert: [],
  measure: [],
} as const satisfies {
  [K in FactKind]: readonly (keyof FactFields[K])[];
};

/** @public */
export type DecisionContent = AttestationContent | CorrectionContent;

/** One step in the life of a decision. @public */
export interface DecisionStep {
  /** Knowledge sequence under which it became known. */
  seq: number;
  state: DecisionState;
  /** Who took the step. */
  actor: string;
  at: EpochMs;
  reason?: string;
}

/** A decision of a person, as it stands. @public */
export interface Decision {
  id: string;
  entityRef: string;
  state: DecisionState;
  content: DecisionContent;
  /** Entity ref of the user who asked for it. */
  author: string;
  /** Entity ref of another user; absent while nobody decided, or where nobody had to. */
  decider?: string;
  /** Why, in the words of the author. */
  reason: string;
  evidence: EvidenceItem[];
  createdAt: EpochMs;
  /** Half-open span in which it holds, once approved. */
  validFrom: EpochMs;
  /** Absent: until withdrawn. Attestations always have an end. */
  validTo?: EpochMs;
  /** The decision that this one renews. */
  renews?: string;
  /** The oldest first. */
  steps: DecisionStep[];
  /** What a correction does to levels, worked out when it was proposed and again when it was approved. */
  effect?: DecisionEffect;
}

/** What a correction does to a level. @public */
export interface DecisionEffect {
  raises: boolean;
  levels: { model: string; from?: number; to?: number }[];
}
