import { InputError } from '@backstage/errors';
import {
  readNamedValues,
  type SourceSettings,
} from '@devops-scorecards/plugin-maturity-node';
import { GITHUB_ACTIONS } from './domain/mapCheckSuite';
import type { GithubMeaning } from './domain/mapGithubEvent';
import type { IssueMeaning } from './domain/issueMeaning';

const PROJECT = /^[a-z][a-z0-9_]{0,30}$/i;

/**
 * Reads what events mean in an organisation: `releases`, `checkApps`,
 * `incidentLabels`, `severityLabels`, `detectorLabels`, `requirementLabels`,
 * `defectLabels` and `workItemProjects` of a source. Nothing is assumed of what is left out.
 *
 * @throws InputError that names the key to change
 */
export function readGithubMeaning(settings: SourceSettings): GithubMeaning {
  const { key, config } = settings;
  const releases = config?.getOptionalString('releases') ?? 'ignore';
  if (releases !== 'ignore' && releases !== 'deployment') {
    throw new InputError(
      `${key}.releases is '${releases}': it must be 'ignore' or 'deployment'`,
    );
  }
  const checkApps = readNames(settings, 'checkApps');
  if (checkApps.has(GITHUB_ACTIONS)) {
    throw new InputError(
      `${key}.checkApps lists '${GITHUB_ACTIONS}', whose runs arrive as workflow_run: remove it, or they would count twice`,
    );
  }
  return {
    releases,
    checkApps,
    issues: readIssueMeaning(settings),
    workItemProjects: readProjects(settings),
  };
}

/** Projects of a tracker: the part of `PAY-123` before its hyphen. */
function readProjects({ key, config }: SourceSettings): Set<string> {
  const projects =
    config?.getOptionalStringArray('workItemProjects')?.map(project => {
      if (!PROJECT.test(project)) {
        throw new InputError(
          `${key}.workItemProjects lists '${project}': it must be what stands before the hyphen of a key, such as PAY of PAY-123`,
        );
      }
      return project.toUpperCase();
    }) ?? [];
  return new Set(projects);
}

function readIssueMeaning(settings: SourceSettings): IssueMeaning {
  const { key, config } = settings;
  const requirements = readNames(settings, 'requirementLabels');
  const defects = readNames(settings, 'defectLabels');
  const both = [...requirements].find(name => defects.has(name));
  if (both) {
    throw new InputError(
      `${key}.requirementLabels lists '${both}', which ${key}.defectLabels lists too: a work item is one of them`,
    );
  }
  return {
    incidents: readNames(settings, 'incidentLabels'),
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
    workItems: new Map([
      ...[...requirements].map(name => [name, 'requirement'] as const),
      ...[...defects].map(name => [name, 'defect'] as const),
    ]),
  };
}

/** Names of labels and apps are the same in any case. */
function readNames({ config }: SourceSettings, name: string): Set<string> {
  return new Set(
    config?.getOptionalStringArray(name)?.map(text => text.toLowerCase()),
  );
}
