import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  MANUAL_SOURCE,
  type EnvironmentTier,
} from '@devops-scorecards/plugin-maturity-common';
import { normaliseEntityRef } from '@devops-scorecards/plugin-maturity-node';
import type { EventSource } from './EventStore';

/** A configured sender of events: one key below `maturity.sources`. */
export interface ConfiguredSource extends EventSource {
  /** Which producer it is; its name where the configuration does not say. */
  readonly type: string;
  /** Subjects of the service credentials that send as this source. */
  readonly callers: readonly string[];
  /** Topics of the events service whose events are of this source. */
  readonly topics: readonly string[];
  /** Tier by the environment's name in lower case. */
  readonly tiers: ReadonlyMap<string, EnvironmentTier>;
  /** Silence after which the source counts as stale; absent for push. */
  readonly staleAfterMs?: number;
}

/** Limits on what one delivery may bring. */
export interface IngestLimits {
  readonly maxBytes: number;
  readonly maxBatch: number;
  readonly maxDepth: number;
  /** How far a sender's clock may be ahead, in milliseconds. */
  readonly futureTolerance: number;
}

export interface IngestConfig {
  readonly limits: IngestLimits;
  /** In the order of record. */
  readonly sources: readonly ConfiguredSource[];
  /** Key of the hashes that stand for authors; without it none are kept. */
  readonly authorKey?: string;
}

const TIERS: readonly EnvironmentTier[] = [
  'production',
  'staging',
  'testing',
  'development',
];

/** Used where a source says nothing of its environments. */
const DEFAULT_ENVIRONMENTS: Readonly<Record<EnvironmentTier, string[]>> = {
  production: ['production', 'prod'],
  staging: ['staging', 'stage'],
  testing: ['testing', 'test'],
  development: ['development', 'dev'],
};

/**
 * Reads `maturity.sources`, `maturity.sourceOrder`, `maturity.ingest` and `maturity.privacy`.
 *
 * @throws InputError that names the key to change
 */
export function readIngestConfig(config: Config): IngestConfig {
  const sources = config.getOptionalConfig('maturity.sources');
  const read = inOrder(
    sources?.keys() ?? [],
    config.getOptionalStringArray('maturity.sourceOrder') ?? [],
  ).map(name => readSource(name, sources!.getConfig(name)));
  requireOneOwner(read, 'callers', 'a caller sends as one source');
  requireOneOwner(read, 'topics', 'a topic belongs to one source');
  return Object.freeze({
    limits: readLimits(config),
    sources: Object.freeze(read),
    authorKey: config.getOptionalString('maturity.privacy.authorKey'),
  });
}

/**
 * Names of sources in their order of record: those of `maturity.sourceOrder`,
 * then the others as they are configured. Of several configuration files the
 * last one comes first there, so that an order worth having is stated.
 */
function inOrder(names: readonly string[], first: readonly string[]): string[] {
  const unknown = first.find(name => !names.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `maturity.sourceOrder names '${unknown}', which is none of maturity.sources: ${names.join(
        ', ',
      )}`,
    );
  }
  const repeated = first.find((name, at) => first.indexOf(name) !== at);
  if (repeated !== undefined) {
    throw new InputError(`maturity.sourceOrder names '${repeated}' twice`);
  }
  return [...first, ...names.filter(name => !first.includes(name))];
}

/** Refuses what two sources claim for themselves. */
function requireOneOwner(
  sources: readonly ConfiguredSource[],
  what: 'callers' | 'topics',
  reason: string,
): void {
  const owners = new Map<string, string>();
  for (const source of sources) {
    for (const claimed of source[what]) {
      const owner = owners.get(claimed);
      if (owner) {
        throw new InputError(
          `maturity.sources.${source.name}.${what} lists '${claimed}', which maturity.sources.${owner}.${what} lists too: ${reason}`,
        );
      }
      owners.set(claimed, source.name);
    }
  }
}

function readLimits(config: Config): IngestLimits {
  const ingest = config.getOptionalConfig('maturity.ingest');
  const count = (key: string, fallback: number, most: number) => {
    const value = ingest?.getOptionalNumber(key) ?? fallback;
    if (!Number.isInteger(value) || value < 1 || value > most) {
      throw new InputError(
        `maturity.ingest.${key} is ${value}: it must be a whole number from 1 to ${most}`,
      );
    }
    return value;
  };
  return Object.freeze({
    maxBytes: count('maxBytes', 5 * 1024 * 1024, 100 * 1024 * 1024),
    maxBatch: count('maxBatch', 1000, 100_000),
    // Deeper than any known producer; canonical JSON recurses this deep.
    maxDepth: count('maxDepth', 64, 500),
    futureTolerance: ingest?.has('futureTolerance')
      ? durationToMilliseconds(
          readDurationFromConfig(ingest, { key: 'futureTolerance' }),
        )
      : 5 * 60_000,
  });
}

function readSource(name: string, config: Config): ConfiguredSource {
  const key = `maturity.sources.${name}`;
  if (name === MANUAL_SOURCE) {
    throw new InputError(
      `${key} has the name of what people tell of themselves: give the source another name`,
    );
  }
  if (!config.has('entities')) {
    throw new InputError(
      `${key}.entities is missing: list the entities that the source may speak for, as entity refs, as 'component:default/*', or as '*' for all`,
    );
  }
  return Object.freeze({
    name,
    type: config.getOptionalString('type') ?? name,
    callers: Object.freeze(config.getOptionalStringArray('callers') ?? []),
    topics: Object.freeze(config.getOptionalStringArray('topics') ?? []),
    entities: readAllowList(
      `${key}.entities`,
      config.getStringArray('entities'),
    ),
    tiers: readTiers(`${key}.environments`, config),
    staleAfterMs: config.has('staleAfter')
      ? durationToMilliseconds(
          readDurationFromConfig(config, { key: 'staleAfter' }),
        )
      : undefined,
  });
}

/** Entries are `*`, `<kind>:<namespace>/*` or a full entity ref. */
function readAllowList(
  key: string,
  entries: string[],
): EventSource['entities'] {
  if (entries.includes('*')) {
    return 'all';
  }
  const refs = new Set<string>();
  const prefixes = new Set<string>();
  for (const entry of entries) {
    const prefix = /^([^:/\s]+:[^:/\s]+\/)\*$/.exec(entry)?.[1];
    if (prefix) {
      prefixes.add(prefix.toLocaleLowerCase('en-US'));
      continue;
    }
    const ref = normaliseEntityRef(entry);
    if (!ref) {
      throw new InputError(
        `${key} holds '${entry}': entries are entity refs like 'component:default/payments', all of a namespace like 'component:default/*', or '*'`,
      );
    }
    refs.add(ref);
  }
  return ref =>
    refs.has(ref) || prefixes.has(ref.slice(0, ref.indexOf('/') + 1));
}

function readTiers(
  key: string,
  config: Config,
): ReadonlyMap<string, EnvironmentTier> {
  const environments = config.getOptionalConfig('environments');
  const unknown = environments
    ?.keys()
    .find(tier => !TIERS.includes(tier as EnvironmentTier));
  if (unknown) {
    throw new InputError(
      `${key}.${unknown} is no tier: tiers are ${TIERS.join(', ')}`,
    );
  }
  const tiers = new Map<string, EnvironmentTier>();
  for (const tier of TIERS) {
    const names = environments
      ? environments.getOptionalStringArray(tier) ?? []
      : DEFAULT_ENVIRONMENTS[tier];
    for (const name of names.map(text => text.toLocaleLowerCase('en-US'))) {
      const taken = tiers.get(name);
      if (taken && taken !== tier) {
        throw new InputError(
          `${key}.${tier} lists '${name}', which ${key}.${taken} lists too: an environment has one tier`,
        );
      }
      tiers.set(name, tier);
    }
  }
  return tiers;
}
