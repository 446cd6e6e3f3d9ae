import {
  MANUAL_SOURCE,
  type CorrectionContent,
  type Fact,
  type FactRecord,
} from '@devops-scorecards/plugin-maturity-common';
import { applyCorrection, type FactValues } from './applyCorrection';

/**
 * The facts of an entity as they are once a correction counts.
 *
 * @param options - `fact`: the one that is corrected; `countsFrom`: the source
 *   of record of its kind, facts of others count for nothing whatever is said
 *   of them, but for what people told of
 * @returns in the order of the facts, a fact that was not among them last
 */
export function correctedFacts(options: {
  facts: readonly Fact[];
  fact: FactRecord;
  correction: CorrectionContent;
  countsFrom: string | undefined;
}): Fact[] {
  const { facts, fact, correction, countsFrom } = options;
  if (fact.source !== countsFrom && fact.source !== MANUAL_SOURCE) {
    return [...facts];
  }
  const isCorrected = (other: Fact) =>
    other.kind === fact.kind &&
    other.source === fact.source &&
    other.key === fact.key;
  if (correction.exclude === true) {
    return facts.filter(other => !isCorrected(other));
  }
  const present = facts.find(isCorrected);
  const corrected = {
    kind: fact.kind,
    source: fact.source,
    key: fact.key,
    firstSeq: present?.firstSeq ?? Math.min(...fact.events.map(e => e.seq)),
    lastSeq: present?.lastSeq ?? Math.max(...fact.events.map(e => e.seq)),
    generated: fact.generated,
    corrected: true,
    fields: applyCorrection(fact.fields as FactValues, correction),
  } as Fact;
  return present
    ? facts.map(other => (other === present ? corrected : other))
    : [...facts, corrected];
}
