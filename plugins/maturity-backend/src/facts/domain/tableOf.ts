import type { FactKind } from '@devops-scorecards/plugin-maturity-common';

/** Where facts of one kind are kept. */
export interface FactTables {
  /** The facts themselves. */
  fact: string;
  /** To which entities they count. */
  whose: string;
  /** Column of `whose` that holds the id of the fact. */
  id: string;
  /**
   * Facts count where they began and last a while; `whose` also says when they
   * ended.
   */
  spans: boolean;
}

/** Names of the tables of a kind of fact. */
export function tableOf(kind: FactKind): FactTables {
  const fact = kind.replace('-', '_');
  return {
    fact,
    whose: `${fact}_entity`,
    id: `${fact}_id`,
    spans: kind === 'incident' || kind === 'alert',
  };
}
