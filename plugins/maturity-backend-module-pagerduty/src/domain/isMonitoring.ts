import type { PagerdutyEvent } from './payloads';

/** `inbound_integration_reference`, `generic_events_api_inbound_integration_reference`. */
const INTEGRATION = /(^|_)integration_reference$/;

/**
 * Whether the agent that triggered an incident is monitoring: an integration
 * of the service, or the service itself.
 *
 * @remarks
 *
 * Whatever else it is, it proves nothing. A person (`user_reference`) who opens
 * an incident may have seen a dashboard, read a complaint or walked through a
 * checklist; an integration for mail may have been written to by anybody; and
 * PagerDuty's own automation (no agent) only passes something on. Then the
 * detector stays unknown, which counts as not monitoring.
 */
export function isMonitoring(agent: PagerdutyEvent['agent']): boolean {
  const type = agent?.type ?? '';
  return (
    type === 'service_reference' ||
    (INTEGRATION.test(type) && !type.includes('email'))
  );
}
