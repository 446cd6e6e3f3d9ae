import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { IngestService } from './IngestService';
import type { ConfiguredSource, IngestLimits } from './readIngestConfig';

/** What the doors for uploads are made of. */
export interface UploadOptions {
  ingest: IngestService;
  sources: readonly ConfiguredSource[];
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  config: IngestLimits;
  /** Epoch milliseconds. */
  clock: () => number;
  logger: LoggerService;
}
