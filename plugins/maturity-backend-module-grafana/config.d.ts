export interface Config {
  maturity?: {
    sources?: {
      /**
       * The notifications of Grafana Alerting, received at
       * `/api/maturity/v1/hooks/grafana`.
       */
      grafana?: {
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
        /**
         * Timestamp header of the contact point's HMAC signature, where it has
         * one. Then signatures are taken for five minutes only. Default: none,
         * so that the body alone is signed.
         */
        timestampHeader?: string;
      };
    };
  };
}
