export interface Config {
  maturity?: {
    sources?: {
      /**
       * A source of type `gitlab`, whatever its id: the webhooks of GitLab,
       * received at `/api/maturity/v1/hooks/<id>`.
       */
      [name: string]: {
        /**
         * Signing token of the webhook as GitLab generated it, `whsec_…`, or
         * several while it is changed. With it a delivery without a signature
         * is refused, unless `webhookSecret` is set, too.
         *
         * @visibility secret
         * @deepVisibility secret
         */
        signingToken?: string | string[];
        /**
         * What a created release means: nothing (`ignore`, the default), or a
         * successful deployment to production (`deployment`).
         */
        releases?: 'ignore' | 'deployment';
        /**
         * Labels that make an incident of an issue. Issues of the type Incident
         * are incidents in any case. Default: none. Like all labels below, they
         * are compared without case.
         */
        incidentLabels?: string[];
        /**
         * Labels that grade an incident to which GitLab gives no severity.
         * Default: none.
         */
        severityLabels?: {
          critical?: string[];
          major?: string[];
          minor?: string[];
        };
        /**
         * Labels that say who noticed an incident. Of incidents that GitLab
         * makes of alerts it is known. Default: none.
         */
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
        /** Labels of issues that are tasks. Default: none. */
        taskLabels?: string[];
        /**
         * Labels of issues that are actions which the review of an incident
         * asked for. Default: none.
         */
        actionLabels?: string[];
        /**
         * Labels of issues that are improvements which a metric gave rise to.
         * Default: none.
         */
        improvementLabels?: string[];
        /**
         * Projects of an issue tracker (Jira, YouTrack, Linear) whose keys in
         * merge requests name work items, such as `PAY` of `PAY-123`. Default:
         * none, because `SHA-256` looks like a key too.
         */
        workItemProjects?: string[];
      };
    };
  };
}
