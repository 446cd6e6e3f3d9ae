import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  maturitySourcesExtensionPoint,
  type WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import maturityModulePagerduty from '.';

async function sourcesOf(maturity: object): Promise<WebhookSource[]> {
  const added: WebhookSource[] = [];
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
      maturityModulePagerduty,
      mockServices.rootConfig.factory({ data: { maturity } }),
    ],
  });
  return added;
}

describe('maturityModulePagerduty', () => {
  it('registers its source, refusing while there is no secret', async () => {
    const [source, ...others] = await sourcesOf({});
    expect(others).toEqual([]);
    expect(source).toMatchObject({
      id: 'pagerduty',
      problem: 'maturity.sources.pagerduty.webhookSecret is not set',
    });
    expect(() =>
      source.verify({ headers: {}, rawBody: Buffer.alloc(0), receivedAt: 0 }),
    ).toThrow('No secret is configured');
  });

  it('registers every source of its type', async () => {
    const sources = await sourcesOf({
      sources: {
        'oncall-eu': { type: 'pagerduty', webhookSecret: 'a' },
        'oncall-us': { type: 'pagerduty', webhookSecret: ['b', 'c'] },
        ci: {},
      },
    });
    expect(sources.map(({ id, problem }) => [id, problem])).toEqual([
      ['oncall-eu', undefined],
      ['oncall-us', undefined],
    ]);
  });
});
