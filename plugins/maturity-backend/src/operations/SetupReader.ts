import {
  FACT_KINDS,
  SOURCE_OF_RECORD_ANNOTATION,
  type Alias,
  type EntitySetup,
  type FactKind,
  type SetupFacts,
  type SetupSource,
  type SourceStatus,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import type { Clock } from '../assessment/Clock';
import type { KnownEntity } from '../assessment/readKnownEntity';
import { currentKnowledge } from '../database';
import { parseSourceOfRecord } from '../facts/domain/sourceOfRecord';
import {
  readSourceOfRecord,
  type SourceOfRecord,
} from '../facts/readSourceOfRecord';
import { takesCloudEvents } from './domain/describeSource';
import { setupOfKind, stepOfSource } from './domain/nextStep';
import { namesFor, setupAnnotations, setupNames } from './domain/setupNames';
import { readEntityLinks, readNames, type EntityLink } from './readEntityLinks';
import type { SourceCatalogue } from './SourceCatalogue';
import type { SourceReader } from './SourceReader';

/** What a {@link SetupReader} is made of. */
export interface SetupReaderOptions {
  knex: Knex;
  catalogue: SourceCatalogue;
  sources: SourceReader;
  /** Configured sources in their order of record. */
  sourceOrder: readonly string[];
  /** Whether a source may speak for an entity. */
  allows: (source: string, entityRef: string) => boolean;
  clock: Clock;
}

/** Tells what connects an entity to its producers, and what is missing. */
export class SetupReader {
  readonly #options: SetupReaderOptions;

  static create(options: SetupReaderOptions): SetupReader {
    return new SetupReader(options);
  }

  private constructor(options: SetupReaderOptions) {
    this.#options = options;
  }

  async read(entity: KnownEntity): Promise<EntitySetup> {
    const { knex, catalogue, sourceOrder, clock } = this.#options;
    const { entityId, entityRef } = entity;
    const at = clock.now();
    const named = await readNames(knex, entityId);
    const links = await readEntityLinks(knex, entityId);
    const records = await readSourceOfRecord({
      knex,
      entityId,
      kinds: FACT_KINDS,
      sourceOrder,
      asOf: at,
      knownAt: await currentKnowledge(knex),
    });
    const told = new Set(links.map(({ source }) => source));
    const order = new Map(sourceOrder.map((name, index) => [name, index]));
    const sources = (await this.#options.sources.list())
      .filter(
        ({ source }) => catalogue.find(source).configured || told.has(source),
      )
      .sort(
        (a, b) =>
          (order.get(a.source) ?? order.size) -
          (order.get(b.source) ?? order.size),
      )
      .map(status =>
        this.#setupOf(status, {
          entityRef,
          named,
          links: links.filter(({ source }) => source === status.source),
          records,
        }),
      );
    const annotations = annotationsOf(entity);
    const annotated = parseSourceOfRecord(
      annotations[SOURCE_OF_RECORD_ANNOTATION],
    );
    const known = setupAnnotations(
      annotations,
      sources.flatMap(({ source, about }) =>
        about && catalogue.find(source).configured
          ? [{ source, schemes: about.names }]
          : [],
      ),
    );
    return {
      entityRef,
      at,
      annotations: known,
      names: setupNames(named, known),
      sources,
      kinds: FACT_KINDS.map(kind =>
        setupOfKind({ kind, sources, annotated: annotated.get(kind) }),
      ),
    };
  }

  /** The names by which a source can know an entity, the most telling first. */
  async namesFor(source: string, entity: KnownEntity): Promise<Alias[]> {
    const named = await readNames(this.#options.knex, entity.entityId);
    return namesFor(named, this.#schemesOf(source));
  }

  #schemesOf(source: string) {
    const known = this.#options.catalogue.find(source);
    if (takesCloudEvents(known)) {
      return undefined;
    }
    const { names = [] } = (known.webhook ?? known.pull)?.about ?? {};
    // One that knows no other names can only say refs.
    return names.length > 0 ? names : (['entity'] as const);
  }

  #setupOf(
    status: SourceStatus,
    entity: {
      entityRef: string;
      named: readonly Alias[];
      links: readonly EntityLink[];
      records: ReadonlyMap<FactKind, SourceOfRecord>;
    },
  ): SetupSource {
    const { source, type, about, problems, doors, lastSeenAt, stale } = status;
    const { entityRef, named, links, records } = entity;
    const { configured } = this.#options.catalogue.find(source);
    const setup = {
      source,
      type,
      ...(about && { about }),
      problems,
      doors: {
        ...(doors.webhook !== undefined && { webhook: doors.webhook }),
        pull: doors.pull,
        events: takesCloudEvents(this.#options.catalogue.find(source)),
      },
      allowed: !configured || this.#options.allows(source, entityRef),
      names: configured ? namesFor(named, this.#schemesOf(source)) : [],
      facts: factsOf(source, { about, links, records }),
      ...(lastSeenAt !== undefined && { lastSeenAt }),
      stale,
    };
    return {
      ...setup,
      next:
        configured || problems.length > 0
          ? stepOfSource(setup)
          : { code: 'none', source },
    };
  }
}

function annotationsOf(entity: KnownEntity): Record<string, string> {
  const { metadata } = entity.document as {
    metadata?: { annotations?: Record<string, string> };
  };
  return metadata?.annotations ?? {};
}

/** The kinds that a source can tell of, and those that it has told of. */
function factsOf(
  source: string,
  options: {
    about: SourceStatus['about'];
    links: readonly EntityLink[];
    records: ReadonlyMap<FactKind, SourceOfRecord>;
  },
): SetupFacts[] {
  const { about, links, records } = options;
  return FACT_KINDS.flatMap((kind): SetupFacts[] => {
    const link = links.find(one => one.kind === kind);
    if (!link && !about?.facts.includes(kind)) {
      return [];
    }
    const record = records.get(kind);
    const isRecord = record?.name === source;
    return [
      {
        kind,
        count: link?.count ?? 0,
        ...(link?.latestAt !== undefined && { latestAt: link.latestAt }),
        ...(link?.since !== undefined && { since: link.since }),
        ...(isRecord && record.until !== undefined && { until: record.until }),
        ofRecord:
          isRecord ||
          record?.beside.some(({ name }) => name === source) === true,
      },
    ];
  });
}
