export interface Config {
  maturity?: {
    sources?: {
      /** The webhooks of GitHub, received at `/api/maturity/v1/hooks/github`. */
      github?: {
        /**
         * Secret of the webhook, the same as in GitHub. Without it every
         * delivery is refused.
         *
         * @visibility secret
         */
        webhookSecret?: string;
        /**
         * What a published release means: nothing (`ignore`, the default), or
         * a successful deployment to production (`deployment`).
         */
        releases?: 'ignore' | 'deployment';
      };
    };
  };
}
