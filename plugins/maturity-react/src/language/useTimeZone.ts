import { configApiRef, useApi } from '@backstage/core-plugin-api';

/**
 * The IANA zone that days are cut in: the configured one where the portal
 * shows it to the page, else the reader's.
 *
 * @public
 */
export function useTimeZone(): string {
  return (
    useApi(configApiRef).getOptionalString('maturity.timeZone') ??
    new Intl.DateTimeFormat().resolvedOptions().timeZone
  );
}
