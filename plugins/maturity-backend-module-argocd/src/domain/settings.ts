/** What Argo CD does not say and its operator does. */
export interface ArgocdSettings {
  /** SHA-256 of the accounts of Argo CD that machines use, in hex. */
  machineUserHashes: ReadonlySet<string>;
  /**
   * How long after its end a sync has failed when the application degrades, in
   * milliseconds. Absent, health says nothing of how a sync ended.
   */
  degradedWithinMs?: number;
}
