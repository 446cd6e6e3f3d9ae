import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  type MaturitySourcesExtensionPoint,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import maturityModuleGitlab from '.';

describe('maturityModuleGitlab', () => {
  it('registers its sources, refusing while there is no secret', async () => {
    const added: Parameters<
      MaturitySourcesExtensionPoint['addWebhookSource']
    >[0][] = [];
    await startTestBackend({
      extensionPoints: [
        [
          maturitySourcesExtensionPoint,
          {
            addWebhookSource: source => added.push(source),
            addPullSource: () => {},
          },
        ],
      ],
      features: [
        maturityModuleGitlab,
        mockServices.rootConfig.factory({
          data: {
            maturity: {
              sources: {
                gitlab: {},
                'gitlab-com': { type: 'gitlab', webhookSecret: 's' },
              },
            },
          },
        }),
      ],
    });
    expect(added.map(({ id, problem }) => [id, problem])).toEqual([
      ['gitlab', expect.stringContaining('maturity.sources.gitlab.')],
      ['gitlab-com', undefined],
    ]);
    expect(() =>
      added[0].verify({ headers: {}, rawBody: Buffer.alloc(0), receivedAt: 0 }),
    ).toThrow('No secret is configured');
  });
});
