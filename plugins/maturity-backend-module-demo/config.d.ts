export interface Config {
  maturity?: {
    /**
     * A demo organisation with a generated history, and published assessments
     * of real systems. Off unless enabled.
     */
    demo?: {
      /**
       * Adds the demo to the catalog and, at the first start and then after
       * every local midnight, sends its generated events through the ordinary
       * ingest. The caller `plugin:maturity` must be listed in
       * `maturity.sources.<source>.callers`.
       *
       * When switched off again the entities leave the catalog; events that
       * were stored stay.
       */
      enabled?: boolean;
      /**
       * Whole number that determines the generated history. It is stored at
       * the first start; a change has no effect after that. Default: 42.
       */
      seed?: number;
    };
  };
}
