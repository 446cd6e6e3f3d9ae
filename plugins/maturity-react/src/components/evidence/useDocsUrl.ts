import { configApiRef, useApi } from '@backstage/core-plugin-api';

const PUBLIC_DOCS =
  'https://github.com/devops-scorecards/backstage-maturity/blob/main/docs';

/**
 * Where the documentation is: the portal's own copy where it says so, else
 * the public one. Pages of metrics lie below it.
 *
 * @public
 */
export function useDocsUrl(): string {
  const url = useApi(configApiRef).getOptionalString('maturity.docsUrl');
  return (url ?? PUBLIC_DOCS).replace(/\/+$/, '');
}
