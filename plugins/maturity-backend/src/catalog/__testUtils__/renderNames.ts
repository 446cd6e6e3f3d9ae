import {
  ALIAS_SCHEMES,
  NAME_ANNOTATIONS,
  type AliasScheme,
} from '@devops-scorecards/plugin-maturity-common';

/** What a name of each scheme is, and who sends it. */
const MEANINGS: Record<AliasScheme, [name: string, sentBy: string]> = {
  entity: ['an entity ref', 'whoever can be told to: `entityref`'],
  repository: [
    '`<host>/<path>`, in lower case',
    'GitHub, GitLab, git, CDEvents',
  ],
  service: ['id of a service', 'CDEvents of services, Alertmanager'],
  pipeline: ['name of a pipeline', 'CDEvents of runs, Tekton'],
  'event-source': ['`source` of CloudEvents', 'CloudEvents'],
  'jenkins-job': ['full name of a job, folders and all', 'Jenkins'],
  'pagerduty-service': ['id of a service in PagerDuty', 'PagerDuty'],
  opsgenie: ['entity, tag, team or source of an alert', 'Opsgenie'],
  'argocd-app': ['name of an application', 'Argo CD'],
  kubernetes: [
    'id or name of a workload',
    'Alertmanager, Grafana, Tekton, Argo CD',
  ],
  'alert-label': ['`<label>=<value>`', 'Alertmanager, Grafana'],
  'sonarqube-project': ['key of a project', 'uploads'],
};

/** The page of names, as Markdown. */
export function renderNames(): string {
  return [
    '# Names of entities',
    '',
    '<!-- Generated from NAME_ANNOTATIONS. Change them and run the test of this file with UPDATE_DOCS=1. -->',
    '',
    'Producers rarely know entity refs. They know names of their own, and the',
    'catalog says whose they are: by annotations that people have for other plugins',
    'already, and by ours. An event is looked up by its names one after the other,',
    'the most telling first, and counts for all entities of the first one that',
    'anybody answers to: a repository may be several services.',
    '',
    '| annotation | scheme | example |',
    '| --- | --- | --- |',
    ...NAME_ANNOTATIONS.map(
      ({ annotation, scheme, example }) =>
        `| \`${annotation}\` | ${
          scheme ? `\`${scheme}\`` : 'any'
        } | \`${example}\` |`,
    ),
    '',
    'Values are comma-separated lists, except of the source location. The source',
    'location counts where no slug is given. `gitlab.com/instance` names the host of',
    'a GitLab of your own, and `jenkins.io/job-full-name` may begin with an instance.',
    'What no annotation says, an operator can map on the page "Operations".',
    '',
    '## Schemes',
    '',
    '| scheme | a name is | sent by |',
    '| --- | --- | --- |',
    ...ALIAS_SCHEMES.map(
      scheme =>
        `| \`${scheme}\` | ${MEANINGS[scheme][0]} | ${MEANINGS[scheme][1]} |`,
    ),
    '',
    'Names are kept up to 512 characters. Only repositories are compared without',
    'case. An event that no entity answers to waits and counts, with its own date, as',
    'soon as the catalog learns one of its names.',
    '',
  ].join('\n');
}
