import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readJenkinsSettings } from './readJenkinsSettings';

function read(settings?: JsonObject) {
  return readJenkinsSettings({
    id: 'ci',
    key: 'maturity.sources.ci',
    config: settings && new ConfigReader(settings),
  });
}

describe('the settings of a source of Jenkins', () => {
  it('take main and master for trunks and unstable for a failure', () => {
    const { trunk, unstable, multibranch, deployments } = read();
    expect([...trunk]).toEqual(['main', 'master']);
    expect(unstable).toBe('failure');
    expect([multibranch, deployments]).toEqual([[], []]);
  });

  it('replace the default as a whole', () => {
    const { trunk, unstable } = read({ trunk: ['dev'], unstable: 'skipped' });
    expect([...trunk]).toEqual(['dev']);
    expect(unstable).toBe('skipped');
  });

  it.each([
    [{ trunk: 'main' }, 'maturity.sources.ci.trunk cannot be read'],
    [{ unstable: 'ignore' }, 'maturity.sources.ci.unstable cannot be read'],
    [{ multibranch: [1] }, 'maturity.sources.ci.multibranch cannot be read'],
    [
      { deployments: [{ job: 'deploy' }] },
      'maturity.sources.ci.deployments cannot be read: each entry needs a job',
    ],
    [
      { deployments: [{ job: 'deploy', enviroment: 'production' }] },
      'maturity.sources.ci.deployments cannot be read',
    ],
  ] as [JsonObject, string][])('refuse %j', (settings, message) => {
    expect(() => read(settings)).toThrow(message);
  });
});
