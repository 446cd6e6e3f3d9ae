import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { OpsgenieAction, OpsgenieAlert } from './payloads';

/** An action on an alert, and when it was taken. */
export interface KnownAlert {
  action: string;
  alert: OpsgenieAlert;
  source: OpsgenieAction['source'];
  at: EpochMs;
  /** What `Escalate` says of the rule of the policy; other actions say nothing. */
  escalation: {
    /** Minutes since the alert fired after which the rule applies. */
    waited: number | undefined;
    /** How often the policy has begun anew. */
    repeats: number | undefined;
  };
  /** Where a person can look at the alert. */
  url?: string;
}

/** Whether nothing of the alert is left after an action: nobody will close it. */
export function endsAlert(action: string): boolean {
  return action === 'Close' || action === 'Delete';
}
