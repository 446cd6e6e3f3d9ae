import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  type MaturitySourcesExtensionPoint,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import maturityModuleTekton from '.';

describe('maturityModuleTekton', () => {
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
        maturityModuleTekton,
        mockServices.rootConfig.factory({ data: { maturity: { sources } } }),
      ],
    });
    return added.map(({ id, problem }) => ({ id, problem }));
  }

  it('registers its source, refusing while there is no secret', async () => {
    expect(await registered({})).toEqual([
      {
        id: 'tekton',
        problem: 'maturity.sources.tekton.webhookSecret is not set',
      },
    ]);
  });

  it('registers every source of its type', async () => {
    const settings = { type: 'tekton', webhookSecret: 'x' };
    expect(await registered({ beijing: settings, shanghai: settings })).toEqual(
      [{ id: 'beijing' }, { id: 'shanghai' }],
    );
  });
});
