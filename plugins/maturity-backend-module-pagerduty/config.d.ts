export interface Config {
  maturity?: {
    sources?: {
      /** The V3 webhooks of PagerDuty, received at `/api/maturity/v1/hooks/pagerduty`. */
      pagerduty?: {
        /**
         * As of every source; named here so that it is known to be secret.
         *
         * @visibility secret
         * @deepVisibility secret
         */
        webhookSecret?: string | string[];
        /**
         * How grave incidents are, by the name of their priority, or by `high`
         * and `low` for their urgency where no priority is listed. Names are
         * compared without case. Default: P1 and SEV-1 are critical, P2 and
         * SEV-2 major, P3 to P5 and SEV-3 to SEV-5 minor; an urgency says
         * nothing.
         */
        severities?: { [name: string]: 'critical' | 'major' | 'minor' };
        /**
         * Whether every incident is an alert as well, which says whether it was
         * escalated. The webhook must send `incident.escalated` then: an
         * incident that triggers is said not to have been escalated until that
         * event says that it was. Default: false.
         */
        alerts?: boolean;
      };
    };
  };
}
