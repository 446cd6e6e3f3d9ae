import {
  headerOf,
  readCloudEvent,
  type CloudEvent,
  type WebhookRequest,
} from '@devops-scorecards/plugin-maturity-node';

/** Whether a delivery says of itself that it is a CloudEvent. */
export function isCloudEvent(request: WebhookRequest): boolean {
  return (
    /^\s*application\/cloudevents/i.test(
      headerOf(request, 'content-type') ?? '',
    ) || Object.keys(request.headers).some(name => name.startsWith('ce-'))
  );
}

/**
 * The event of a delivery, in binary or in structured mode.
 *
 * @throws InputError for what is no CloudEvent, and for a batch
 */
export function readJenkinsEvent(request: WebhookRequest): CloudEvent {
  return readCloudEvent(
    { headers: asciiHeaders(request), rawBody: request.rawBody },
    'Jenkins',
  );
}

/**
 * The plugin writes the display name of a job into `ce-source` as it is. What
 * HTTP does not allow there would refuse every event of a job with an umlaut.
 */
function asciiHeaders({
  headers,
}: WebhookRequest): Record<string, string | string[] | undefined> {
  const source = headers['ce-source'];
  return typeof source === 'string'
    ? {
        ...headers,
        'ce-source': source.replace(/[^\x20-\x7e]/gu, encodeURIComponent),
      }
    : headers;
}
