import type {
  PullSource,
  WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import type { ConfiguredSource } from '../ingest/readIngestConfig';
import type { KnownSource } from './domain/describeSource';

/** The sources of the configuration with what modules bring for them. */
export class SourceCatalogue {
  readonly #configured: ReadonlyMap<string, KnownSource>;

  static create(options: {
    sources: readonly ConfiguredSource[];
    webhookSources: readonly WebhookSource[];
    pullSources: readonly PullSource[];
  }): SourceCatalogue {
    const { sources, webhookSources, pullSources } = options;
    return new SourceCatalogue(
      sources.map(source => ({
        ...source,
        configured: true,
        webhook: webhookSources.find(({ id }) => id === source.name),
        pull: pullSources.find(({ id }) => id === source.name),
      })),
    );
  }

  private constructor(configured: readonly KnownSource[]) {
    this.#configured = new Map(configured.map(source => [source.name, source]));
  }

  /** Those of the configuration, in its order. */
  configured(): KnownSource[] {
    return [...this.#configured.values()];
  }

  /** Any source; one that no configuration names has sent before. */
  find(name: string): KnownSource {
    return (
      this.#configured.get(name) ?? {
        name,
        configured: false,
        type: name,
        callers: [],
        topics: [],
      }
    );
  }
}
