import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  readNamedValues,
  type SourceSettings,
} from '@devops-scorecards/plugin-maturity-node';
import type {
  GitlabMeaning,
  LabelMeaning,
  WorkItemForm,
} from './domain/mapping';

/** The labels of each are listed in `<form>Labels`. */
const FORMS: readonly WorkItemForm[] = [
  'requirement',
  'defect',
  'task',
  'action',
  'improvement',
];

const PROJECT = /^[a-z][a-z0-9_]{0,30}$/i;

/**
 * Reads what events mean in an organisation: `releases`, `incidentLabels`,
 * `severityLabels`, `detectorLabels`, the labels of work items and
 * `workItemProjects`. Nothing is assumed of what is left out.
 *
 * @throws InputError that names the key to change
 */
export function readGitlabMeaning({
  key,
  config,
}: SourceSettings): GitlabMeaning {
  const releases = config?.getOptionalString('releases') ?? 'ignore';
  if (releases !== 'ignore' && releases !== 'deployment') {
    throw new InputError(
      `${key}.releases is '${releases}': it must be 'ignore' or 'deployment'`,
    );
  }
  return {
    releases,
    labels: {
      incidents: new Set(readLabels(config, 'incidentLabels')),
      severities: readNamedValues({
        config,
        key,
        name: 'severityLabels',
        values: ['critical', 'major', 'minor'],
      }),
      detectors: readNamedValues({
        config,
        key,
        name: 'detectorLabels',
        values: ['monitoring', 'inspection', 'user', 'regulator'],
      }),
      workItems: readWorkItems(key, config),
    },
    workItemProjects: readProjects(key, config),
  };
}

/** Projects of a tracker: the part of `PAY-123` before its hyphen. */
function readProjects(
  key: string,
  config: Config | undefined,
): ReadonlySet<string> {
  const projects = config?.getOptionalStringArray('workItemProjects') ?? [];
  return new Set(
    projects.map(project => {
      if (!PROJECT.test(project)) {
        throw new InputError(
          `${key}.workItemProjects lists '${project}': it must be what stands before the hyphen of a key, such as PAY of PAY-123`,
        );
      }
      return project.toUpperCase();
    }),
  );
}

function readWorkItems(
  key: string,
  config: Config | undefined,
): LabelMeaning['workItems'] {
  const formOf = new Map<string, WorkItemForm>();
  for (const form of FORMS) {
    for (const label of readLabels(config, `${form}Labels`)) {
      const taken = formOf.get(label);
      if (taken && taken !== form) {
        throw new InputError(
          `${key}.${form}Labels lists '${label}', which ${key}.${taken}Labels lists too: a work item is one of them`,
        );
      }
      formOf.set(label, form);
    }
  }
  return formOf;
}

function readLabels(config: Config | undefined, name: string): string[] {
  const labels = config?.getOptionalStringArray(name) ?? [];
  return labels.map(label => label.toLowerCase());
}
