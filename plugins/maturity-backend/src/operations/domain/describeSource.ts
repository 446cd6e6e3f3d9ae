import {
  MANUAL_SOURCE,
  type SourceProblem,
  type SourceStatus,
} from '@devops-scorecards/plugin-maturity-common';
import type { SourceDescription } from '@devops-scorecards/plugin-maturity-node';

/** What a module brought for a source. */
export interface SourceModule {
  readonly about: SourceDescription;
  readonly problem?: string;
}

/** What is known of a source without what it has sent. */
export interface KnownSource {
  readonly name: string;
  readonly configured: boolean;
  readonly type: string;
  readonly callers: readonly string[];
  readonly topics: readonly string[];
  readonly staleAfterMs?: number;
  readonly webhook?: SourceModule;
  readonly pull?: SourceModule;
}

/** Whether a source may send CloudEvents, which can bear any name. */
export function takesCloudEvents(source: KnownSource): boolean {
  return (
    source.callers.length > 0 || (source.topics.length > 0 && !source.webhook)
  );
}

/** What a source is, how it delivers and what keeps it from that. */
export function describeSource(
  source: KnownSource,
): Pick<SourceStatus, 'type' | 'about' | 'doors' | 'problems'> {
  const { name, configured, type, callers, topics, webhook, pull } = source;
  const about = webhook?.about ?? pull?.about;
  return {
    type,
    ...(about && {
      about: {
        title: about.title,
        facts: [...about.facts],
        names: [...about.names],
      },
    }),
    doors: {
      ...(webhook && configured && { webhook: `/v1/hooks/${name}` }),
      topics: [...topics],
      pull: configured && pull !== undefined,
      callers: [...callers],
    },
    problems: problemsOf(source),
  };
}

function problemsOf(source: KnownSource): SourceProblem[] {
  const { name, configured, webhook, pull } = source;
  if (!configured) {
    return name === MANUAL_SOURCE ? [] : [{ code: 'not-configured' }];
  }
  if (!webhook && !pull && !takesCloudEvents(source)) {
    return [{ code: 'no-door' }];
  }
  // A webhook without a secret keeps nothing out that comes through another door.
  const needsWebhook = !pull && !takesCloudEvents(source);
  const message =
    pull?.problem ?? (needsWebhook ? webhook?.problem : undefined);
  return message === undefined ? [] : [{ code: 'setting', message }];
}
