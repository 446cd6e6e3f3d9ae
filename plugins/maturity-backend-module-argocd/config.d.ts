export interface Config {
  maturity?: {
    sources?: {
      /**
       * The notifications of Argo CD, received at
       * `/api/maturity/v1/hooks/argocd`.
       */
      argocd?: {
        /**
         * As of every source; named here so that it is known to be secret.
         *
         * @visibility secret
         * @deepVisibility secret
         */
        webhookSecret?: string | string[];
        /**
         * Accounts of Argo CD that machines use, for example `ci`: what they
         * sync was started by a machine and not by a person.
         */
        machineUsers?: string[];
        /**
         * How many minutes after its end a sync that succeeded counts as failed
         * when the application degrades, 1 to 1440. Left out, only the phase of
         * the sync counts.
         */
        degradedWithinMinutes?: number;
      };
    };
  };
}
