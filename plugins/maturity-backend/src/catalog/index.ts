export {
  CatalogProjection,
  type CatalogProjectionOptions,
  type RefreshResult,
} from './CatalogProjection';
