import { AuthenticationError } from '@backstage/errors';
import type {
  PullSource,
  WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import { configuredSource } from '../../ingest/__testUtils__/mappingContext';
import type { TestOperations } from './testOperations';

const GITHUB = {
  type: 'github',
  title: 'GitHub',
  facts: ['run', 'change'],
  names: ['repository'],
} as const;

const PAGER = {
  type: 'pager',
  title: 'Pager',
  facts: ['incident'],
  names: ['pagerduty-service'],
} as const;

const refuse = () => {
  throw new AuthenticationError('wrong signature');
};

const github: WebhookSource = {
  id: 'github',
  about: GITHUB,
  verify: refuse,
  map: () => [],
};

const pager: WebhookSource = {
  id: 'pager',
  about: PAGER,
  problem: 'maturity.sources.pager.secret is missing',
  verify: refuse,
  map: () => [],
};

const githubPull: PullSource = {
  id: 'github',
  about: GITHUB,
  everyMs: 60_000,
  streams: async () => [],
};

/**
 * Three sources: `ci` sends CloudEvents, `github` delivers by webhook and is
 * pulled, `pager` has no secret, and `nothing` no door at all.
 */
export function testSources(): TestOperations & { asked: string[] } {
  const asked: string[] = [];
  const configure = (name: string, config: object = {}) => ({
    ...configuredSource({ type: name, ...config }),
    name,
  });
  return {
    sources: [
      configure('ci', { callers: ['external:test-service'] }),
      configure('github', {
        entities: ['component:default/*'],
        staleAfter: { hours: 1 },
      }),
      configure('pager', { entities: ['component:other/*'] }),
      configure('nothing'),
    ],
    webhookSources: [github, pager],
    pullSources: [githubPull],
    pulls: [],
    onPull: source => asked.push(source),
    asked,
  };
}
