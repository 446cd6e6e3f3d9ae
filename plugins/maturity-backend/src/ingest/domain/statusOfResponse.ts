import type { IngestResponse } from '@devops-scorecards/plugin-maturity-common';

/**
 * HTTP status of a delivery that could be cut into events.
 *
 * @remarks
 *
 * 202 as soon as one event was accepted, or none was sent: the body tells of
 * each. When none was accepted, the code that they all share, else 400: then
 * sending the same again cannot help.
 */
export function statusOfResponse(response: IngestResponse): number {
  if (
    response.stored + response.duplicates > 0 ||
    response.results.length === 0
  ) {
    return 202;
  }
  const codes = new Set(response.results.map(({ code }) => code));
  return codes.size === 1 ? [...codes][0] : 400;
}
