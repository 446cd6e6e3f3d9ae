export interface Config {
  maturity?: {
    sources?: {
      /** The webhooks of GitHub, received at `/api/maturity/v1/hooks/github`. */
      github?: {
        /**
         * Secret of the webhook, the same as in GitHub, or several while it is
         * changed. Without it every delivery is refused.
         *
         * @deepVisibility secret
         */
        webhookSecret?: string | string[];
        /**
         * What a published release means: nothing (`ignore`, the default), or
         * a successful deployment to production (`deployment`).
         */
        releases?: 'ignore' | 'deployment';
      };
    };
  };
}
