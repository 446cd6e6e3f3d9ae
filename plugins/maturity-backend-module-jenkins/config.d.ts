export interface Config {
  maturity?: {
    sources?: {
      /** The builds of Jenkins, received at `/api/maturity/v1/hooks/jenkins`. */
      jenkins?: {
        /**
         * As of every source; named here so that it is known to be secret.
         *
         * @visibility secret
         * @deepVisibility secret
         */
        webhookSecret?: string | string[];
        /**
         * Names of branches that are trunks; Jenkins does not say the default
         * branch. Default: `main` and `master`.
         */
        trunk?: string[];
        /**
         * What a build counts as that is unstable: in most jobs, one whose
         * tests failed. Default: `failure`.
         */
        unstable?: 'failure' | 'success' | 'skipped';
        /**
         * Jobs of multibranch projects, by patterns of their full names such
         * as `acme/payments/*`: the last segment is the branch, which
         * pipelines do not tell otherwise.
         */
        multibranch?: string[];
        /**
         * Jobs whose builds are deployments, beside being runs. Of several
         * entries the first that matches counts.
         */
        deployments?: Array<{
          /** Full name of the job; `*` stands for any text. */
          job: string;
          /** Name of the environment that it deploys to. */
          environment?: string;
          /**
           * Parameter of the build that names the environment; where a build
           * has none, `environment` holds.
           */
          environmentParameter?: string;
        }>;
      };
    };
  };
}
