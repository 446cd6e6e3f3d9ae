import { NotFoundError } from '@backstage/errors';
import type { PullStatus } from '@devops-scorecards/plugin-maturity-common';
import type {
  PullSource,
  WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import type { Scene } from '../../assessment/__testUtils__/scene';
import type { ConfiguredSource } from '../../ingest/readIngestConfig';
import { configuredSource } from '../../ingest/__testUtils__/mappingContext';
import { createOperations, type Operations } from '../createOperations';

/** What a portal of a test has configured; the sources of its scene unless told. */
export interface TestOperations {
  sources?: readonly ConfiguredSource[];
  webhookSources?: readonly WebhookSource[];
  pullSources?: readonly PullSource[];
  pulls?: PullStatus[];
  /** Told which source was asked to be pulled. */
  onPull?: (source: string) => void;
}

/** What operators look after, over a scene. */
export function testOperations(
  scene: Scene,
  options: TestOperations = {},
): Operations {
  const { pulls = [], onPull, pullSources = [] } = options;
  return createOperations({
    ...scene,
    sources:
      options.sources ??
      scene.context.sourceOrder.map(name => ({
        ...configuredSource({ callers: [`external:${name}`] }),
        name,
        type: name,
      })),
    webhookSources: options.webhookSources ?? [],
    pullSources,
    pulls: {
      statuses: async () => pulls,
      async pullNow(source) {
        if (!pullSources.some(({ id }) => id === source)) {
          throw new NotFoundError(`The source '${source}' is not pulled`);
        }
        onPull?.(source);
      },
    },
    kick: () => {},
  });
}
