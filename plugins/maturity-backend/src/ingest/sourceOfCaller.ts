import type { ConfiguredSource } from './readIngestConfig';

/**
 * The source that a caller sends as.
 *
 * @remarks
 *
 * `external:ci` in `callers` names the static token of subject `ci` too:
 * Backstage puts the prefix before the subject of some kinds of external
 * access and not of others.
 *
 * @param subject - of the service credentials, for example `plugin:catalog`
 */
export function sourceOfCaller(
  sources: readonly ConfiguredSource[],
  subject: string,
): ConfiguredSource | undefined {
  return sources.find(
    ({ callers }) =>
      callers.includes(subject) || callers.includes(`external:${subject}`),
  );
}
