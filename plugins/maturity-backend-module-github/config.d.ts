export interface Config {
  maturity?: {
    sources?: {
      /** The webhooks of GitHub, received at `/api/maturity/v1/hooks/github`. */
      github?: {
        /**
         * Secret of the webhook, the same as in GitHub, or several while it is
         * changed. Without it every delivery is refused.
         *
         * @visibility secret
         * @deepVisibility secret
         */
        webhookSecret?: string | string[];
        /**
         * What a published release means: nothing (`ignore`, the default), or
         * a successful deployment to production (`deployment`).
         */
        releases?: 'ignore' | 'deployment';
        /**
         * Slugs of the apps whose check suites are runs, such as
         * `circleci-checks`. Default: none. GitHub Actions is not one of them:
         * its runs arrive themselves.
         */
        checkApps?: string[];
        /**
         * Labels of issues that are incidents. Default: none. Like all labels
         * below, they are compared without case.
         */
        incidentLabels?: string[];
        /** Labels that grade an incident. Default: none. */
        severityLabels?: {
          critical?: string[];
          major?: string[];
          minor?: string[];
        };
        /** Labels that say who noticed an incident. Default: none. */
        detectorLabels?: {
          monitoring?: string[];
          inspection?: string[];
          user?: string[];
          regulator?: string[];
        };
        /** Labels of issues that are requirements. Default: none. */
        requirementLabels?: string[];
        /** Labels of issues that are defects. Default: none. */
        defectLabels?: string[];
        /**
         * Projects of an issue tracker (Jira, YouTrack, Linear) whose keys in
         * pull requests name work items, such as `PAY` of `PAY-123`. Default:
         * none, because `SHA-256` looks like a key too.
         */
        workItemProjects?: string[];
      };
    };
  };
}
