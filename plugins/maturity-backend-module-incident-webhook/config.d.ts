export interface Config {
  maturity?: {
    sources?: {
      /**
       * Signed webhooks of any incident tool, received at
       * `/api/maturity/v1/hooks/incident-webhook`. It has no settings but those
       * of every source.
       */
      'incident-webhook'?: {};
    };
  };
}
