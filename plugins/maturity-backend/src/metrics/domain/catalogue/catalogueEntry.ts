import type { LocalizedText } from '@devops-scorecards/plugin-maturity-common';

/** What stands for one item of a reference. */
export interface CatalogueEntry {
  /** As the reference numbers it, such as `M09` or `S3.1`. */
  id: string;
  title: LocalizedText;
  /** Ids of the metrics that measure it; none where only people can tell. */
  metrics: readonly string[];
  /** Id of the criterion of `csa-stability` that asks people for it. */
  attestation?: string;
  /** What the reader must know about how they correspond. */
  note?: string;
}
