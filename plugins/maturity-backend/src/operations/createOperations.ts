import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Alias,
  PullStatus,
  UnmappedEvent,
  UnmappedNames,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  PullSource,
  WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import type { AssessmentContext } from '../assessment/AssessmentContext';
import type { Clock } from '../assessment/Clock';
import { createAllowList } from '../config/createAllowList';
import { listUnmapped } from '../facts';
import type { ConfiguredSource } from '../ingest/readIngestConfig';
import { IncidentReporter } from './IncidentReporter';
import { listUnmappedNames } from './listUnmappedNames';
import { NameService } from './NameService';
import { SetupReader } from './SetupReader';
import { SetupTester } from './SetupTester';
import { SourceCatalogue } from './SourceCatalogue';
import { SourceReader } from './SourceReader';

/** What pulls are asked for here. */
export interface Pulls {
  statuses(): Promise<PullStatus[]>;
  /** @throws NotFoundError for a source that is not pulled */
  pullNow(source: string): Promise<void>;
}

/** Everything that the routes for operators and for set-up are made of. */
export interface Operations {
  sources: SourceReader;
  names: NameService;
  setup: SetupReader;
  tester: SetupTester;
  incidents: IncidentReporter;
  pulls: Pulls;
  unmapped(query: { name?: Alias; limit: number }): Promise<UnmappedEvent[]>;
  unmappedNames(page: {
    limit: number;
    offset: number;
  }): Promise<UnmappedNames>;
}

/** Puts together what operators look after. */
export function createOperations(options: {
  context: AssessmentContext;
  sources: readonly ConfiguredSource[];
  webhookSources: readonly WebhookSource[];
  pullSources: readonly PullSource[];
  pulls: Pulls;
  /** Has what is due assessed. */
  kick: () => void;
  clock: Clock;
  logger: LoggerService;
}): Operations {
  const { knex, sourceOrder } = options.context;
  const catalogue = SourceCatalogue.create(options);
  const allows = createAllowList(options.sources);
  const shared = { ...options, knex, sourceOrder, catalogue, allows };
  const sources = SourceReader.create(shared);
  const setup = SetupReader.create({ ...shared, sources });
  return {
    sources,
    names: NameService.create(shared),
    setup,
    tester: SetupTester.create({ ...shared, setup }),
    incidents: IncidentReporter.create(shared),
    pulls: options.pulls,
    unmapped: query => listUnmapped({ knex, ...query }),
    unmappedNames: page => listUnmappedNames(knex, page),
  };
}
