import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import {
  configuredSources,
  type MappingContext,
  type SourceEvent,
  type WebhookRequest,
} from '@devops-scorecards/plugin-maturity-node';
import { JENKINS, JenkinsWebhookSource } from '../JenkinsWebhookSource';

export const SECRET = 'secret-of-jenkins';
export const RECEIVED_AT = Date.parse('2026-11-20T08:00:00Z');
export const STARTED_AT = Date.parse('2026-11-20T07:50:00Z');
export const DURATION = 90_000;
export const FINISHED_AT = STARTED_AT + DURATION;
export const SHA = '218c63f230732c6d561fefd00fd0d2ac4ded1a0c';

export const context: MappingContext = {
  tierOf: name => (name === 'production' ? 'production' : undefined),
  pseudonym: () => undefined,
};

export function source(settings: JsonObject = {}): JenkinsWebhookSource {
  const [configured] = configuredSources(
    new ConfigReader({
      maturity: {
        sources: { jenkins: { webhookSecret: SECRET, ...settings } },
      },
    }),
    JENKINS.type,
  );
  return JenkinsWebhookSource.fromConfig(configured);
}

/** The one event that a delivery becomes. */
export function mapped(
  request: WebhookRequest,
  settings?: JsonObject,
): SourceEvent {
  const events = source(settings).map(request, context);
  expect(events).toHaveLength(1);
  return events[0];
}

/** What the last statement of a kind says. */
export function fieldsOf(
  event: SourceEvent,
  kind: 'run' | 'deployment' = 'run',
) {
  return event.statements.filter(statement => statement.kind === kind).at(-1)
    ?.fields;
}

const TIMES: Record<string, number> = {
  QUEUED: STARTED_AT - 30_000,
  STARTED: STARTED_AT,
  COMPLETED: FINISHED_AT,
  FINALIZED: FINISHED_AT + 26,
};

function hasEnded(phase: string): boolean {
  return phase !== 'QUEUED' && phase !== 'STARTED';
}

/**
 * The data of a `job.*` event of the CloudEvents plugin, built from the fields
 * of https://github.com/jenkinsci/cloudevents-plugin (JobModel, BuildModel).
 */
export function cloudEventData(
  phase: string,
  build: JsonObject = {},
  job: JsonObject = {},
): JsonObject {
  const jobUrl = String(job.url ?? 'job/acme/job/payments/');
  return {
    userId: 'SYSTEM',
    userName: 'SYSTEM',
    name: 'payments',
    displayName: 'payments',
    url: jobUrl,
    ...job,
    build: {
      fullUrl: `https://ci.example.com/${jobUrl}13/`,
      number: 13,
      queueId: 25,
      url: `${jobUrl}13/`,
      displayName: null,
      parameters: null,
      scmState: {
        url: 'https://git.example.com/acme/payments.git',
        branch: 'origin/main',
        commit: SHA,
      },
      timestamp: TIMES[phase],
      duration: hasEnded(phase) ? DURATION : 0,
      phase,
      status: hasEnded(phase) ? 'SUCCESS' : null,
      ...build,
    },
  };
}

/** A CloudEvent in binary mode, as the plugin sends it. */
export function binary(
  data: unknown,
  attributes: Record<string, string> = {},
): WebhookRequest {
  return {
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${SECRET}`,
      'ce-specversion': '1.0',
      'ce-id': '1fe6f79d-19b8-4e47-ab20-675b6ed8c514',
      'ce-source': 'job/payments',
      'ce-type': 'org.jenkinsci.job.completed',
      ...attributes,
    },
    rawBody: Buffer.from(JSON.stringify(data)),
    receivedAt: RECEIVED_AT,
  };
}

/** The event of a phase, with an id of its own. */
export function cloudEvent(
  phase: string,
  build?: JsonObject,
  job?: JsonObject,
): WebhookRequest {
  return binary(cloudEventData(phase, build, job), {
    'ce-id': `id of ${phase}`,
    'ce-type': `org.jenkinsci.job.${phase.toLowerCase()}`,
  });
}

/**
 * A message of the notification plugin, built from the fields of
 * https://plugins.jenkins.io/notification/ (JobState, BuildState).
 */
export function notification(
  phase: string,
  build: JsonObject = {},
  job: JsonObject = {},
): WebhookRequest {
  const jobUrl = String(job.url ?? 'job/acme/job/payments/');
  const body = {
    name: 'payments',
    display_name: 'payments',
    url: jobUrl,
    ...job,
    build: {
      full_url: `https://ci.example.com/${jobUrl}13/`,
      number: 13,
      queue_id: 25,
      phase,
      ...(hasEnded(phase) ? { status: 'SUCCESS' } : {}),
      url: `${jobUrl}13/`,
      scm: {
        url: 'https://git.example.com/acme/payments.git',
        branch: 'origin/main',
        commit: SHA,
        changes: ['src/index.ts'],
        culprits: ['ada'],
      },
      log: '',
      notes: '',
      timestamp: TIMES[phase],
      duration: hasEnded(phase) ? DURATION : 0,
      artifacts: {},
      ...build,
    },
  };
  return {
    headers: {
      'content-type': 'application/json;charset=UTF-8',
      authorization: `Basic ${Buffer.from(`maturity:${SECRET}`).toString(
        'base64',
      )}`,
    },
    rawBody: Buffer.from(JSON.stringify(body)),
    receivedAt: RECEIVED_AT,
  };
}

/**
 * Genuine events, where they are at hand: in the folder that
 * `MATURITY_CONFORMANCE_DIR` names, else beside the repository.
 */
export function genuineEvents(): { name: string; request: WebhookRequest }[] {
  const folder = join(
    process.env.MATURITY_CONFORMANCE_DIR ??
      resolve(__dirname, '../../../../../shared/conformance'),
    'webhooks/jenkins-cloudevents',
  );
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .sort()
    .map(name => {
      const sample = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      // Some come with their headers; the others are the data alone.
      const data = sample.headers ? sample.body : sample;
      return {
        name,
        request: binary(data, {
          'ce-id': name,
          'ce-type': typeOf(data),
          ...sample.headers,
        }),
      };
    });
}

/** As the plugin makes it, `getType` of its models. */
function typeOf(data: {
  build?: { phase: string };
  jenkinsQueueId?: number;
  status?: string;
}): string {
  if (data.build) {
    return `org.jenkinsci.job.${data.build.phase.toLowerCase()}`;
  }
  const kind = data.jenkinsQueueId ? 'queue' : 'job';
  return data.status
    ? `org.jenkinsci.${kind}.${data.status.toLowerCase()}`
    : 'org.jenkinsci.node.offline';
}
