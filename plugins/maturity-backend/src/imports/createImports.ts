import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Clock } from '../assessment/Clock';
import type { IngestService } from '../ingest/IngestService';
import type {
  ConfiguredSource,
  IngestLimits,
} from '../ingest/readIngestConfig';
import type { EntityAuthorizer } from '../permissions';
import { ImportAccess } from './ImportAccess';
import { ImportService } from './ImportService';
import { ImportStore } from './ImportStore';

/** Everything that brings history in. */
export interface Imports {
  access: ImportAccess;
  service: ImportService;
  /** Largest piece, in bytes. */
  maxBytes: number;
}

/** Puts together what brings history in. */
export function createImports(options: {
  knex: Knex;
  ingest: IngestService;
  limits: IngestLimits;
  sources: readonly ConfiguredSource[];
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  authorizer: EntityAuthorizer;
  clock: Clock;
}): Imports {
  return {
    access: ImportAccess.create(options),
    service: ImportService.create({
      ...options,
      store: ImportStore.create(options),
    }),
    maxBytes: options.limits.maxBytes,
  };
}
