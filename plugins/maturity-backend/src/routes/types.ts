import type { TypedRouter } from '@backstage/backend-openapi-utils';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Decisions } from '../decisions/createDecisions';
import type { Imports } from '../imports';
import type { Maintenance } from '../maintenance/createMaintenance';
import type { Operations } from '../operations/createOperations';
import type { EntityAuthorizer } from '../permissions';
import type { EntityReader, Readers } from '../reads';
import type { Endpoints } from '../schema/endpoints';

/** The router whose routes the API description types. */
export type MaturityRouter = TypedRouter<Endpoints>;

/** What routes are made of. */
export interface RouteOptions extends Readers {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  authorizer: EntityAuthorizer;
  entities: EntityReader;
  decisions: Decisions;
  maintenance: Maintenance;
  operations: Operations;
  imports: Imports;
  /** Assesses one entity now. */
  assessNow(entityId: number): Promise<void>;
}
