export interface Config {
  maturity?: {
    sources?: {
      /**
       * The notifications of Alertmanager, received at
       * `/api/maturity/v1/hooks/alertmanager`.
       */
      alertmanager?: {
        /**
         * As of every source; named here so that it is known to be secret.
         *
         * @visibility secret
         * @deepVisibility secret
         */
        webhookSecret?: string | string[];
        /**
         * Values of the label `severity` by what they mean, compared without
         * case; it replaces the default as a whole. A value that is not listed
         * means nothing. Default: `critical` and `page`; `warning` and
         * `ticket`; `info`.
         */
        severities?: {
          critical?: string[];
          warning?: string[];
          info?: string[];
        };
      };
    };
  };
}
