import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  type MaturitySourcesExtensionPoint,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import maturityModuleGithub from '.';

describe('maturityModuleGithub', () => {
  it('registers its source, refusing while there is no secret', async () => {
    const added: Parameters<
      MaturitySourcesExtensionPoint['addWebhookSource']
    >[0][] = [];
    await startTestBackend({
      extensionPoints: [
        [
          maturitySourcesExtensionPoint,
          { addWebhookSource: source => added.push(source) },
        ],
      ],
      features: [
        maturityModuleGithub,
        mockServices.rootConfig.factory({ data: {} }),
      ],
    });
    expect(added.map(({ id }) => id)).toEqual(['github']);
    expect(() =>
      added[0].verify({ headers: {}, rawBody: Buffer.alloc(0), receivedAt: 0 }),
    ).toThrow('No secret is configured');
  });
});
