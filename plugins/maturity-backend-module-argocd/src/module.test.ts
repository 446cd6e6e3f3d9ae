import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  type MaturitySourcesExtensionPoint,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import maturityModuleArgocd from '.';

describe('maturityModuleArgocd', () => {
  async function registered(sources: JsonObject) {
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
        maturityModuleArgocd,
        mockServices.rootConfig.factory({ data: { maturity: { sources } } }),
      ],
    });
    return added.map(({ id, problem }) => ({ id, problem }));
  }

  it('registers its source, refusing while there is no secret', async () => {
    expect(await registered({})).toEqual([
      {
        id: 'argocd',
        problem: 'maturity.sources.argocd.webhookSecret is not set',
      },
    ]);
  });

  it('registers every source of its type', async () => {
    const settings = { type: 'argocd', webhookSecret: 'x' };
    expect(await registered({ beijing: settings, shanghai: settings })).toEqual(
      [{ id: 'beijing' }, { id: 'shanghai' }],
    );
  });
});
