import { createHmac } from 'node:crypto';
import examples from '@octokit/webhooks-examples';
import type { WebhookRequest } from '@devops-scorecards/plugin-maturity-node';

/** Events of which `@octokit/webhooks-examples` holds genuine payloads. */
export const SAMPLED_EVENTS = [
  'workflow_run',
  'deployment_status',
  'push',
  'pull_request',
  'pull_request_review',
  'release',
  'ping',
  'deployment',
  'check_suite',
  'check_run',
  'issues',
] as const;

export type SampledEvent = (typeof SAMPLED_EVENTS)[number];

/** A body as GitHub sends it, with the event that its header names. */
export interface Sample {
  name: string;
  event: SampledEvent;
  body: string;
}

function payloadsOf(event: SampledEvent): unknown[] {
  const definitions = examples as unknown as {
    name: string;
    examples: unknown[];
  }[];
  return definitions.find(({ name }) => name === event)!.examples;
}

/** Every genuine payload, unchanged. */
export const genuineSamples: Sample[] = SAMPLED_EVENTS.flatMap(event =>
  payloadsOf(event).map((payload, index) => ({
    name: `${event} ${index}`,
    event,
    body: JSON.stringify(payload),
  })),
);

/** What no published payload shows, and what was changed in one to show it. */
export interface EditedSample {
  name: string;
  event: SampledEvent;
  /** Position of the genuine payload among those of its event. */
  of: number;
  edits: { path: string; value: unknown }[];
}

export const EDITED_SAMPLES: readonly EditedSample[] = [
  {
    name: 'merged pull request',
    event: 'pull_request',
    of: 3,
    edits: [
      { path: 'pull_request.merged', value: true },
      { path: 'pull_request.merged_at', value: '2019-05-15T15:21:18Z' },
      { path: 'pull_request.commits', value: 3 },
    ],
  },
  {
    name: 'pull request that was opened again',
    event: 'pull_request',
    of: 18,
    edits: [{ path: 'pull_request.updated_at', value: '2019-05-15T15:22:00Z' }],
  },
  {
    name: 'pull request that closes issues',
    event: 'pull_request',
    of: 3,
    edits: [
      { path: 'pull_request.merged', value: true },
      { path: 'pull_request.merged_at', value: '2019-05-15T15:21:18Z' },
      {
        path: 'pull_request.body',
        value:
          'Closes #1, fixes octo-org/octo-repo#100\r\n\r\n<!-- Closes #7 -->',
      },
    ],
  },
  {
    name: 'approval by somebody else',
    event: 'pull_request_review',
    of: 2,
    edits: [
      { path: 'review.state', value: 'approved' },
      { path: 'review.user.login', value: 'octocat' },
      { path: 'review.submitted_at', value: '2019-05-15T15:20:50Z' },
      { path: 'pull_request.updated_at', value: '2019-05-15T15:20:50Z' },
    ],
  },
  {
    name: 'approval that was dismissed',
    event: 'pull_request_review',
    of: 1,
    edits: [
      { path: 'review.user.login', value: 'octocat' },
      { path: 'review.submitted_at', value: '2019-05-15T15:20:50Z' },
      { path: 'pull_request.updated_at', value: '2019-05-15T15:21:00Z' },
    ],
  },
  {
    name: 'push of commits that the repository had before',
    event: 'push',
    of: 4,
    edits: [
      { path: 'after', value: 'a10867b14bb761a232cd80139fbd4c0d33264240' },
      {
        path: 'commits',
        value: [
          { distinct: true, timestamp: '2019-05-15T15:00:00Z' },
          { distinct: false, timestamp: '2019-05-15T14:00:00Z' },
          { distinct: true, timestamp: '2019-05-15T15:10:00Z' },
        ],
      },
    ],
  },
  {
    name: 'failed deployment',
    event: 'deployment_status',
    of: 0,
    edits: [
      { path: 'deployment_status.id', value: 209916255 },
      { path: 'deployment_status.state', value: 'failure' },
      { path: 'deployment.id', value: 145988747 },
    ],
  },
  {
    name: 'superseded deployment',
    event: 'deployment_status',
    of: 0,
    edits: [
      { path: 'deployment_status.id', value: 209916256 },
      { path: 'deployment_status.state', value: 'inactive' },
      { path: 'deployment_status.created_at', value: '2019-05-15T16:00:00Z' },
    ],
  },
  {
    name: 'failed run',
    event: 'workflow_run',
    of: 1,
    edits: [{ path: 'workflow_run.conclusion', value: 'failure' }],
  },
  {
    name: 'second attempt',
    event: 'workflow_run',
    of: 1,
    edits: [
      { path: 'workflow_run.run_attempt', value: 2 },
      { path: 'workflow_run.run_started_at', value: '2020-10-05T17:00:00Z' },
      { path: 'workflow_run.updated_at', value: '2020-10-05T17:05:00Z' },
    ],
  },
  {
    name: 'run in progress',
    event: 'workflow_run',
    of: 3,
    edits: [
      { path: 'action', value: 'in_progress' },
      { path: 'workflow_run.status', value: 'in_progress' },
    ],
  },
  {
    name: 'run of a pull request from a fork',
    event: 'workflow_run',
    of: 1,
    edits: [
      { path: 'workflow_run.event', value: 'pull_request' },
      {
        path: 'workflow_run.head_repository.full_name',
        value: 'somebody/octo-repo',
      },
    ],
  },
  {
    name: 'deployment by a workflow',
    event: 'deployment_status',
    of: 1,
    edits: [
      { path: 'deployment_status.state', value: 'success' },
      { path: 'workflow_run.event', value: 'workflow_dispatch' },
    ],
  },
  {
    name: 'issue that was closed',
    event: 'issues',
    of: 15,
    edits: [
      { path: 'action', value: 'closed' },
      { path: 'issue.state', value: 'closed' },
      { path: 'issue.closed_at', value: '2019-05-15T16:00:00Z' },
      { path: 'issue.updated_at', value: '2019-05-15T16:00:00Z' },
    ],
  },
  {
    name: 'issue that was opened again',
    event: 'issues',
    of: 15,
    edits: [
      { path: 'action', value: 'reopened' },
      { path: 'issue.updated_at', value: '2019-05-15T17:00:00Z' },
    ],
  },
];

/** The body of an edited sample. */
export function editedSample(name: string): Sample {
  const sample = EDITED_SAMPLES.find(candidate => candidate.name === name)!;
  const payload = structuredClone(payloadsOf(sample.event)[sample.of]);
  for (const { path, value } of sample.edits) {
    const keys = path.split('.');
    const last = keys.pop()!;
    const parent = keys.reduce<any>((node, key) => node[key], payload);
    if (!(last in parent)) {
      throw new Error(`The genuine payload has no ${path}`);
    }
    parent[last] = value;
  }
  return { name, event: sample.event, body: JSON.stringify(payload) };
}

/** A delivery, signed as GitHub signs it. */
export function signedDelivery(
  sample: { event: string; body: string },
  options: { secret: string; receivedAt?: number },
): WebhookRequest {
  const rawBody = Buffer.from(sample.body);
  const signature = createHmac('sha256', options.secret)
    .update(rawBody)
    .digest('hex');
  return {
    headers: {
      'content-type': 'application/json',
      'x-github-event': sample.event,
      'x-github-delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958',
      'x-hub-signature-256': `sha256=${signature}`,
    },
    rawBody,
    receivedAt: options.receivedAt ?? Date.parse('2026-11-20T08:00:00Z'),
  };
}
