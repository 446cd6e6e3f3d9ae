import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import {
  maybe,
  maybeInstant,
  maybeText,
} from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';

/** What both plugins tell of a build. */
export interface JenkinsBuild {
  /** Of the job below Jenkins, for example `job/acme/job/payments/`. */
  jobUrl: string;
  /** Of the build below Jenkins. */
  url: string;
  /** The same with the address of Jenkins, where Jenkins knows its own. */
  fullUrl?: string;
  number: number;
  queueId?: number;
  /** `QUEUED`, `STARTED`, `COMPLETED`, `FINALIZED`. */
  phase: string;
  /** `SUCCESS`, `FAILURE`, ...; while it runs there is none, as a rule. */
  status?: string;
  timestamp?: EpochMs;
  /** Milliseconds; absent while it runs. */
  duration?: number;
  scm?: { url?: string; branch?: string; commit?: string };
  /** Those that are no secrets. */
  parameters: Readonly<Record<string, unknown>>;
}

/**
 * Milliseconds, and in some older releases of the notification plugin text in
 * UTC, of which the fraction is a number of milliseconds without leading
 * zeros: `.5` are 5 ms. 0 is the time that Jenkins does not know.
 */
const timestamp = z.preprocess(value => {
  if (value === 0) {
    return undefined;
  }
  return typeof value === 'string'
    ? value.replace(
        /\.(\d{1,2})(?=[Z+-])/,
        (_, milliseconds: string) => `.${milliseconds.padStart(3, '0')}`,
      )
    : value;
}, maybeInstant);

/** Jenkins says 0 while a build runs, and no build takes no time. */
const duration = z
  .number()
  .nullish()
  .transform(value =>
    value && value > 0 && Number.isSafeInteger(value) ? value : undefined,
  );

/** Builds from before Jenkins kept the ids of its queue have 0 or -1. */
const queueId = z
  .number()
  .nullish()
  .transform(value => (value && value > 0 ? value : undefined));

const scm = maybe(
  z.object({ url: maybeText, branch: maybeText, commit: maybeText }),
);

const parameters = maybe(z.record(z.string(), z.unknown()));

const build = z.object({
  url: z.string().min(1),
  number: z.int().min(1),
  phase: z.string().min(1),
  status: maybeText,
  timestamp,
  duration,
  parameters,
});

/**
 * A `job.*` event of the CloudEvents plugin about a build, see
 * https://github.com/jenkinsci/cloudevents-plugin#readme. Events about jobs
 * themselves have no `build`.
 */
export const cloudEventSchema = z
  .object({
    url: z.string().min(1),
    build: build.extend({ fullUrl: maybeText, queueId, scmState: scm }),
  })
  .transform(
    ({
      url,
      build: { scmState, parameters: given, ...rest },
    }): JenkinsBuild => ({
      ...rest,
      jobUrl: url,
      scm: scmState,
      parameters: given ?? {},
    }),
  );

/**
 * A message of the notification plugin, see
 * https://plugins.jenkins.io/notification/
 */
export const notificationSchema = z
  .object({
    url: z.string().min(1),
    build: build.extend({ full_url: maybeText, queue_id: queueId, scm }),
  })
  .transform(
    ({
      url,
      build: { full_url: fullUrl, queue_id: queue, parameters: given, ...rest },
    }): JenkinsBuild => ({
      ...rest,
      jobUrl: url,
      fullUrl,
      queueId: queue,
      parameters: given ?? {},
    }),
  );
