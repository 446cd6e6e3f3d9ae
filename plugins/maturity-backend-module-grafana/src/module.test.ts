import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  type MaturitySourcesExtensionPoint,
  maturitySourcesExtensionPoint,
} from '@devops-scorecards/plugin-maturity-node';
import maturityModuleGrafana from '.';

describe('maturityModuleGrafana', () => {
  async function registered(data: { maturity?: { sources: object } }) {
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
        maturityModuleGrafana,
        mockServices.rootConfig.factory({ data }),
      ],
    });
    return added.map(({ id, problem }) => ({ id, problem }));
  }

  it('registers its source, refusing while there is no secret', async () => {
    expect(await registered({})).toEqual([
      {
        id: 'grafana',
        problem: 'maturity.sources.grafana.webhookSecret is not set',
      },
    ]);
  });

  it('registers every source of its type', async () => {
    const settings = { type: 'grafana', webhookSecret: 'x' };
    expect(
      await registered({
        maturity: { sources: { beijing: settings, shanghai: settings } },
      }),
    ).toEqual([{ id: 'beijing' }, { id: 'shanghai' }]);
  });
});
