import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { configuredSources } from '@devops-scorecards/plugin-maturity-node';
import { readGithubMeaning } from './readGithubMeaning';

function read(github: JsonObject) {
  const [settings] = configuredSources(
    new ConfigReader({ maturity: { sources: { github } } }),
    'github',
  );
  return readGithubMeaning(settings);
}

describe('readGithubMeaning', () => {
  it('assumes nothing', () => {
    expect(read({})).toEqual({
      releases: 'ignore',
      checkApps: new Set(),
      issues: {
        incidents: new Set(),
        severities: new Map(),
        detectors: new Map(),
        workItems: new Map(),
      },
      workItemProjects: new Set(),
    });
  });

  it('reads the projects of a tracker', () => {
    expect(read({ workItemProjects: ['pay', 'OPS_2'] })).toMatchObject({
      workItemProjects: new Set(['PAY', 'OPS_2']),
    });
  });

  it.each(['PAY-123', 'pay|ops', '1PAY', 'x'.repeat(40)])(
    'says that %p is no project of a tracker',
    project => {
      expect(() => read({ workItemProjects: [project] })).toThrow(
        /maturity\.sources\.github\.workItemProjects lists/,
      );
    },
  );

  it('reads names in any case', () => {
    expect(
      read({
        checkApps: ['CircleCI-Checks'],
        incidentLabels: ['Incident', 'type/outage'],
        severityLabels: { critical: ['SEV1'], minor: ['sev3', 'sev4'] },
        detectorLabels: { monitoring: ['Alert'], user: ['Customer report'] },
        requirementLabels: ['Feature'],
        defectLabels: ['Bug'],
      }),
    ).toMatchObject({
      checkApps: new Set(['circleci-checks']),
      issues: {
        incidents: new Set(['incident', 'type/outage']),
        severities: new Map([
          ['sev1', 'critical'],
          ['sev3', 'minor'],
          ['sev4', 'minor'],
        ]),
        detectors: new Map([
          ['alert', 'monitoring'],
          ['customer report', 'user'],
        ]),
        workItems: new Map([
          ['feature', 'requirement'],
          ['bug', 'defect'],
        ]),
      },
    });
  });

  it.each<[JsonObject, string]>([
    [
      { requirementLabels: ['Ticket'], defectLabels: ['ticket'] },
      "maturity.sources.github.requirementLabels lists 'ticket', which maturity.sources.github.defectLabels lists too",
    ],
    [
      { severityLabels: { warning: ['sev3'] } },
      'maturity.sources.github.severityLabels.warning is no value',
    ],
    [
      { detectorLabels: { monitoring: ['a'], user: ['A'] } },
      'a word has one meaning',
    ],
    [{ incidentLabels: 'incident' }, 'maturity.sources.github.incidentLabels'],
    [{ releases: 'yes' }, 'maturity.sources.github.releases'],
  ])('refuses %j', (github, message) => {
    expect(() => read(github)).toThrow(message);
  });
});
