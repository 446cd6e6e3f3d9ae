import type {
  Alias,
  AliasScheme,
} from '@devops-scorecards/plugin-maturity-common';
import { normaliseEntityRef } from '@devops-scorecards/plugin-maturity-node';

type Labels = Readonly<Record<string, string>>;

/** Label that names the entity itself. */
const ENTITY_LABEL = 'entityref';

/**
 * What labels tell of the service at fault, the most telling first: what the
 * rule says itself, then the workload, then what was scraped. An exporter that
 * tells of others, such as kube-state-metrics, is the `service` of its alerts,
 * so a workload of that name comes last.
 */
const TELLING: readonly (readonly [
  scheme: AliasScheme,
  labels: readonly string[],
])[] = [
  ['service', ['service']],
  ['kubernetes', ['deployment', 'statefulset', 'daemonset']],
  [
    'kubernetes',
    ['app_kubernetes_io_name', 'app.kubernetes.io/name', 'app', 'service'],
  ],
];

/** Of the labels that say nothing more of the service, the one that may. */
const PLACE = 'namespace';

/** Labels that are looked up; more than any rule of the field has. */
const MAX_LABELS = 24;

/** Longest name that is kept of an entity. */
const MAX_LENGTH = 512;

/** Whom an alert is about, as far as its labels tell. */
export interface AlertNames {
  entityRef?: string;
  aliases: Alias[];
}

/**
 * By which names entities may know an alert.
 *
 * @remarks
 *
 * Every label can be the name, `<label>=<value>`, for that is what the
 * annotation of Grafana's plugin holds. Which label comes first decides between
 * two entities: those of {@link TELLING}, then the namespace, then the others
 * by code unit.
 *
 * @param options - `ignored`: a label that names nobody, such as the severity
 */
export function namesOfAlert(
  labels: Labels,
  options: { ignored: string },
): AlertNames {
  const entityRef = normaliseEntityRef(labels[ENTITY_LABEL] ?? '');
  const aliases: Alias[] = [];
  const seen = new Set<string>();
  const add = (scheme: AliasScheme, value: string | undefined) => {
    const name = `${scheme} ${value}`;
    if (value && isStorable(value) && !seen.has(name)) {
      seen.add(name);
      aliases.push({ scheme, value });
    }
  };
  const addLabel = (name: string) => {
    if (labels[name]) {
      add('alert-label', `${name}=${labels[name]}`);
    }
  };
  for (const [scheme, names] of TELLING) {
    for (const name of names) {
      addLabel(name);
      add(scheme, labels[name]);
    }
  }
  addLabel(PLACE);
  Object.keys(labels)
    .filter(name => name !== options.ignored && name !== ENTITY_LABEL)
    .sort()
    .slice(0, MAX_LABELS)
    .forEach(addLabel);
  return {
    ...(entityRef && isStorable(entityRef) && { entityRef }),
    aliases,
  };
}

/** What no database keeps as a name must not take the alert with it. */
export function isStorable(name: string): boolean {
  return name.length <= MAX_LENGTH && !/[\0\p{Surrogate}]/u.test(name);
}
