import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { OpsgenieAction, OpsgenieAlert } from './payloads';

/** An action on an alert, and when it was taken. */
export interface KnownAlert {
  action: string;
  alert: OpsgenieAlert;
  source: OpsgenieAction['source'];
  at: EpochMs;
  /** Where a person can look at the alert. */
  url?: string;
}

/** Whether nothing of the alert is left after an action: nobody will close it. */
export function endsAlert(action: string): boolean {
  return action === 'Close' || action === 'Delete';
}
