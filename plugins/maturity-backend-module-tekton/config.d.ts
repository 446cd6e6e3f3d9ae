export interface Config {
  maturity?: {
    sources?: {
      /** The CloudEvents of Tekton, received at `/api/maturity/v1/hooks/tekton`. */
      tekton?: {
        /**
         * As of every source; named here so that it is known to be secret.
         *
         * @visibility secret
         * @deepVisibility secret
         */
        webhookSecret?: string | string[];
        /**
         * Names of branches that are trunks; neither Tekton nor Pipelines as
         * Code says the default branch. Default: `main` and `master`.
         */
        trunk?: string[];
      };
    };
  };
}
