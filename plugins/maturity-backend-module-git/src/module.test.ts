import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  maturitySourcesExtensionPoint,
  type PullSource,
} from '@devops-scorecards/plugin-maturity-node';
import maturityModuleGit from '.';

describe('maturityModuleGit', () => {
  async function pulls(sources: object): Promise<PullSource[]> {
    const added: PullSource[] = [];
    await startTestBackend({
      extensionPoints: [
        [
          maturitySourcesExtensionPoint,
          { addPullSource: source => added.push(source) },
        ],
      ],
      features: [
        maturityModuleGit,
        mockServices.rootConfig.factory({ data: { maturity: { sources } } }),
      ],
    });
    return added;
  }

  it('brings a source for each that is configured to be pulled', async () => {
    const repositories = [{ url: 'https://git.acme.test/acme/shop' }];
    const found = await pulls({
      git: { repositories },
      inhouse: { type: 'git', repositories, pull: { every: 'PT1H' } },
      github: { pull: {} },
    });
    expect(found.map(({ id, everyMs }) => [id, everyMs])).toEqual([
      ['inhouse', 3_600_000],
    ]);
    expect(await pulls({})).toEqual([]);
  });
});
