import { createHmac } from 'node:crypto';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import type { ConfiguredSource } from './readIngestConfig';

/**
 * What a mapping may ask about one source.
 *
 * @remarks
 *
 * Authors are HMAC-SHA256 of their name under `maturity.privacy.authorKey`,
 * cut to 128 bits: the same person is the same author in every source, and
 * nobody without the key finds out who. Without a key authors are not kept.
 */
export function createMappingContext(options: {
  source: ConfiguredSource;
  authorKey?: string;
}): MappingContext {
  const { source, authorKey } = options;
  return {
    tierOf: environment =>
      environment === undefined
        ? undefined
        : source.tiers.get(environment.toLocaleLowerCase('en-US')),
    pseudonym: person =>
      person && authorKey ? pseudonymOf(person, authorKey) : undefined,
  };
}

/** The keyed hash that stands for a person: 128 bits in lower-case hex. */
export function pseudonymOf(person: string, authorKey: string): string {
  return createHmac('sha256', authorKey)
    .update(person.toLocaleLowerCase('en-US'))
    .digest('hex')
    .slice(0, 32);
}
