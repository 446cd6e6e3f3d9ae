import {
  MANUAL_SOURCE,
  type EpochMs,
  type SourceStatus,
} from '@devops-scorecards/plugin-maturity-common';

/** How a source is getting on, the worst first. */
export const HEALTHS = [
  'misconfigured',
  'failing',
  'stale',
  'left',
  'quiet',
  'ok',
] as const;

/** One of {@link HEALTHS}. */
export type Health = (typeof HEALTHS)[number];

/** The worst that can be said of a source. */
export function healthOf(source: SourceStatus): Health {
  const { problems, streams, stale, lastSeenAt } = source;
  if (problems.some(({ code }) => code === 'not-configured')) {
    return 'left';
  }
  if (problems.length > 0) {
    return 'misconfigured';
  }
  if (streams && streams.failing > 0) {
    return 'failing';
  }
  if (stale) {
    return 'stale';
  }
  return lastSeenAt === undefined ? 'quiet' : 'ok';
}

/** Those that need somebody first, then by name. */
export function byUrgency(a: SourceStatus, b: SourceStatus): number {
  return (
    HEALTHS.indexOf(healthOf(a)) - HEALTHS.indexOf(healthOf(b)) ||
    a.source.localeCompare(b.source)
  );
}

/** When the backend said so, by its own clock; that of the reader may differ. */
export function saidAt(source: SourceStatus, now: EpochMs): EpochMs {
  const { lastSeenAt, lag } = source;
  return lastSeenAt === undefined || lag === undefined ? now : lastSeenAt + lag;
}

/**
 * What a source is called.
 *
 * @param manual - the word for what people tell
 */
export function nameOf(
  { source, type, about }: Pick<SourceStatus, 'source' | 'type' | 'about'>,
  manual: string,
): { title: string; detail?: string } {
  if (source === MANUAL_SOURCE) {
    return { title: manual };
  }
  if (about && source === type) {
    return { title: about.title };
  }
  return { title: source, ...(about && { detail: about.title }) };
}
