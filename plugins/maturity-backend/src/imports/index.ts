export { createImportContentRouter } from './importContentRoutes';
export { addImportRoutes } from './importRoutes';
export { createImports, type Imports } from './createImports';
