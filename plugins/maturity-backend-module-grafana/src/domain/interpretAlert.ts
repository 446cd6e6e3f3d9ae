import type {
  Alert,
  AlertInterpretation,
} from '@devops-scorecards/plugin-maturity-backend-module-alertmanager';

/** Names of the alerts that Grafana raises about a rule, not about a service. */
const ABOUT_THE_RULE: ReadonlySet<string> = new Set([
  'DatasourceNoData',
  'DatasourceError',
]);

/**
 * What an alert of Grafana is, beyond what its labels say.
 *
 * @remarks
 *
 * - `DatasourceNoData` and `DatasourceError` say that a rule could not be
 *   evaluated. They bear the labels of the rule, its severity too, which grades
 *   the fault that the rule looks for and not the missing data: nobody knows
 *   whether there is a fault. So they are alerts that somebody gets, and for
 *   information. Where a rule is told to alert on missing data, that comes
 *   under the rule's own name and counts like any other.
 * - What "Test" on the page of a contact point sends tells of no service, and
 *   is never resolved.
 */
export function interpretAlert({ labels }: Alert): AlertInterpretation {
  const { alertname, rulename, instance } = labels;
  if (ABOUT_THE_RULE.has(alertname)) {
    return {
      name: rulename ? `${alertname}: ${rulename}` : alertname,
      severity: 'info',
    };
  }
  return { silent: alertname === 'TestAlert' && instance === 'Grafana' };
}
