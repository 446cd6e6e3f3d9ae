import {
  CatalogClient,
  type CatalogRequestOptions,
  type QueryEntitiesRequest,
  type QueryEntitiesResponse,
} from '@backstage/catalog-client';
import { levelPageOf, queryByLevel, readCursor } from './queryByLevel';

/**
 * The catalog client, which can also sort by a level without leaving out what
 * is not assessed. Everything else is as before.
 *
 * @public
 */
export class LevelSortingCatalogClient extends CatalogClient {
  async queryEntities(
    request: QueryEntitiesRequest = {},
    options?: CatalogRequestOptions,
  ): Promise<QueryEntitiesResponse> {
    const page =
      'cursor' in request ? readCursor(request.cursor) : levelPageOf(request);
    return page
      ? queryByLevel({
          page,
          query: part => super.queryEntities(part, options),
        })
      : super.queryEntities(request, options);
  }
}
