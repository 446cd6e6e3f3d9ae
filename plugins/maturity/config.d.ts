export interface Config {
  maturity?: {
    /**
     * Whether the catalog page shows columns with the maturity and the
     * stability level and can be sorted by them. On by default. Switch it off
     * where another package replaces the catalog page or its client.
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
    /**
     * Where the documentation of this product is read, for the links from a
     * number to its formula. The public one by default.
     *
     * @visibility frontend
     */
    docsUrl?: string;
  };
}
