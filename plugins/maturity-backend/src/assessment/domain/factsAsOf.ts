import type { EpochMs, Fact } from '@devops-scorecards/plugin-maturity-common';

/**
 * When a fact counts: when it ended, else when it began.
 *
 * @returns epoch milliseconds; `undefined` where its fields tell no time
 */
export function timeOf(fact: Fact): EpochMs | undefined {
  return endOf(fact) ?? beginningOf(fact);
}

/**
 * The facts that lie before a time: the same as reading the facts up to that
 * time gives.
 */
export function factsAsOf(facts: readonly Fact[], asOf: EpochMs): Fact[] {
  return facts.filter(fact => {
    const at = timeOf(fact);
    // A fact without a time of its own was attributed by its statement; the
    // read has decided on it already.
    return at === undefined || at < asOf;
  });
}

function endOf(fact: Fact): EpochMs | undefined {
  return fact.kind === 'change'
    ? fact.fields.mergedAt ?? fact.fields.closedAt
    : fact.fields.finishedAt;
}

function beginningOf(fact: Fact): EpochMs | undefined {
  switch (fact.kind) {
    case 'change':
      return fact.fields.createdAt;
    case 'run':
      return fact.fields.startedAt ?? fact.fields.queuedAt;
    default:
      return fact.fields.startedAt;
  }
}
