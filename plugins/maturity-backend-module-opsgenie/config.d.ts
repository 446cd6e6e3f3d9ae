export interface Config {
  maturity?: {
    sources?: {
      /** The webhooks of Opsgenie, received at `/api/maturity/v1/hooks/opsgenie`. */
      opsgenie?: {
        /**
         * As of every source; named here so that it is known to be secret.
         *
         * @visibility secret
         * @deepVisibility secret
         */
        webhookSecret?: string | string[];
        /**
         * Address of the account, for example `https://acme.app.opsgenie.com`.
         * With it, alerts link to their page.
         */
        url?: string;
        /**
         * How grave alerts are, by their priority. Default: P1 is critical, P2
         * and P3 are a warning, P4 and P5 info.
         */
        severities?: {
          P1?: 'critical' | 'warning' | 'info';
          P2?: 'critical' | 'warning' | 'info';
          P3?: 'critical' | 'warning' | 'info';
          P4?: 'critical' | 'warning' | 'info';
          P5?: 'critical' | 'warning' | 'info';
        };
        /**
         * Priorities at which an alert is an incident as well, for example
         * `[P1, P2]`. Without it alerts stay alerts, and
         * `maturity.alerts.incidentRule` may make incidents of them.
         */
        incidentPriorities?: Array<'P1' | 'P2' | 'P3' | 'P4' | 'P5'>;
        /**
         * Whether the webhook sends `Escalate` and `EscalateNext`. Then an alert
         * that fires is said not to have been escalated until one of them says
         * that it was; else that stays unknown. Default: false.
         */
        escalations?: boolean;
        /**
         * Types of integrations, or how they begin, that are monitoring, so
         * that incidents of their alerts count as discovered by it. Default:
         * those of well-known monitoring tools.
         */
        monitoring?: string[];
      };
    };
  };
}
