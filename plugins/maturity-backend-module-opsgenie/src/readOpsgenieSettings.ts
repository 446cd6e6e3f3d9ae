import { InputError } from '@backstage/errors';
import type { SourceSettings } from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import type { OpsgenieSettings } from './domain/mapOpsgenieAction';
import { ALERT_SEVERITIES, PRIORITIES } from './domain/priorities';

/** Integrations of Opsgenie that bring alerts of monitoring and nothing else. */
const MONITORING = [
  'appdynamics',
  'cloudwatch',
  'datadog',
  'dynatrace',
  'grafana',
  'icinga',
  'nagios',
  'newrelic',
  'observium',
  'pingdom',
  'prometheus',
  'sensu',
  'site24x7',
  'solarwinds',
  'stackdriver',
  'uptimerobot',
  'zabbix',
];

const severities = z.partialRecord(
  z.enum(PRIORITIES),
  z.enum(['critical', 'warning', 'info']),
);

/**
 * Reads the settings of a source of type `opsgenie`.
 *
 * @throws InputError that names the key to change
 */
export function readOpsgenieSettings({
  key,
  config,
}: SourceSettings): OpsgenieSettings {
  const read = <S extends z.ZodType>(
    name: string,
    schema: S,
    wanted: string,
  ): z.output<S> | undefined => {
    const value = config?.getOptional(name);
    if (value === undefined) {
      return undefined;
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      throw new InputError(`${key}.${name} cannot be read: ${wanted}`);
    }
    return parsed.data;
  };
  const url = read(
    'url',
    z.url({ protocol: /^https?$/ }),
    'it must be the address of Opsgenie, such as https://acme.app.opsgenie.com',
  );
  const priorities = read(
    'incidentPriorities',
    z.array(z.enum(PRIORITIES)),
    `it must be a list of ${PRIORITIES.join(', ')}`,
  );
  const monitoring = read(
    'monitoring',
    z.array(z.string().min(1)),
    'it must be a list of types of integrations, such as Prometheus',
  );
  const escalations = read(
    'escalations',
    z.boolean(),
    'say true where the webhook sends Escalate and EscalateNext, else false',
  );
  return {
    url: url?.replace(/\/+$/, ''),
    severities: {
      ...ALERT_SEVERITIES,
      ...read(
        'severities',
        severities,
        `map ${PRIORITIES.join(', ')} to critical, warning or info`,
      ),
    },
    escalations: escalations ?? false,
    incidents: priorities && {
      priorities: new Set(priorities),
      monitoring: (monitoring ?? MONITORING).map(name => name.toLowerCase()),
    },
  };
}
