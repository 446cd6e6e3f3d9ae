export interface Config {
  maturity?: {
    /**
     * Whether the catalog page shows a column with the maturity level. On by
     * default. Switch it off where another package replaces the catalog page.
     *
     * @visibility frontend
     */
    catalogColumn?: boolean;
    /**
     * IANA zone that days are cut in. Pages label the weeks of a metric by it.
     *
     * @visibility frontend
     */
    timeZone?: string;
  };
}
