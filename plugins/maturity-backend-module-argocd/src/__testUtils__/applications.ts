import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type {
  DeploymentFields,
  Statement,
} from '@devops-scorecards/plugin-maturity-common';
import {
  configuredSources,
  type MappingContext,
  type SourceEvent,
  type WebhookRequest,
} from '@devops-scorecards/plugin-maturity-node';
import { ARGOCD, ArgocdWebhookSource } from '../ArgocdWebhookSource';
import { readBlock } from './readBlock';
import { renderTemplate } from './renderTemplate';

export const SECRET = 'secret-of-argo';
export const RECEIVED_AT = Date.parse('2026-11-20T08:00:00Z');
export const STARTED_AT = Date.parse('2026-11-20T07:50:00Z');
export const FINISHED_AT = Date.parse('2026-11-20T07:51:30Z');
export const UID = '6a8e3c3e-6f0b-4f7e-9f5a-2f1f3c0e8a11';
export const SHA = '218c63f230732c6d561fefd00fd0d2ac4ded1a0c';
export const OLD_SHA = 'c6d86dc654b12425e706bcf951adfe5a8627a517';
export const DIGEST = `sha256:${'ab'.repeat(32)}`;

/** The ConfigMap that is published with the package. */
export const CONFIG_MAP_TEXT = readFileSync(
  resolve(__dirname, '../../notifications/argocd-notifications-cm.yaml'),
  'utf8',
);

/** The body of the notification. */
export const TEMPLATE = readBlock(
  readBlock(CONFIG_MAP_TEXT, 'template.maturity'),
  'body',
);

export const context: MappingContext = {
  tierOf: name => (name === 'production' ? 'production' : undefined),
  pseudonym: () => undefined,
};

export function source(settings: JsonObject = {}): ArgocdWebhookSource {
  const [configured] = configuredSources(
    new ConfigReader({
      maturity: { sources: { argocd: { webhookSecret: SECRET, ...settings } } },
    }),
    ARGOCD.type,
  );
  return ArgocdWebhookSource.fromConfig(configured);
}

/** Parts of an Application that tests change. */
export interface Changes {
  metadata?: JsonObject;
  spec?: JsonObject;
  status?: JsonObject;
  /** Of `status.operationState`. */
  state?: JsonObject;
  /** Of `status.operationState.operation`. */
  operation?: JsonObject;
}

/**
 * An Application whose sync has succeeded, built from the fields of
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml and
 * of its `status` (OperationState, SyncStatus, HealthStatus, RevisionHistory).
 */
export function application(changes: Changes = {}): JsonObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: 'payments-production',
      namespace: 'argocd',
      uid: UID,
      annotations: { 'devops-scorecards.io/environment': 'production' },
      ...changes.metadata,
    },
    spec: {
      project: 'default',
      source: {
        repoURL: 'https://git.example.com/acme/manifests.git',
        path: 'payments',
        targetRevision: 'main',
      },
      destination: { server: 'https://k8s.example.com', namespace: 'shop' },
      ...changes.spec,
    },
    status: {
      sync: { status: 'Synced', revision: SHA },
      health: {
        status: 'Healthy',
        lastTransitionTime: '2026-11-20T07:52:00Z',
      },
      summary: { images: [`registry.example.com/payments:1.2@${DIGEST}`] },
      history: [
        { id: 1, revision: OLD_SHA, deployedAt: '2026-11-19T07:00:00Z' },
        { id: 2, revision: SHA, deployedAt: '2026-11-20T07:51:30Z' },
      ],
      operationState: {
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        startedAt: '2026-11-20T07:50:00Z',
        finishedAt: '2026-11-20T07:51:30Z',
        operation: {
          initiatedBy: { automated: true },
          sync: { revision: SHA },
          ...changes.operation,
        },
        syncResult: { revision: SHA, resources: [{ message: 'a message' }] },
        ...changes.state,
      },
      ...changes.status,
    },
  };
}

/** The changes that make it run. */
export const RUNNING: Changes = {
  state: { phase: 'Running', finishedAt: undefined, syncResult: undefined },
};

/** The changes that make its health another one. */
export function healthOf(
  status: string,
  since: string | undefined,
): Changes & { status: JsonObject } {
  return { status: { health: { status, lastTransitionTime: since } } };
}

/** The notification about an Application, as the template renders it. */
export function notification(
  changes?: Changes,
  argocdUrl = 'https://argocd.example.com',
): WebhookRequest {
  // As it comes from the cluster: what is not set is not there.
  const app = JSON.parse(JSON.stringify(application(changes)));
  return {
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${SECRET}`,
    },
    rawBody: Buffer.from(
      renderTemplate(TEMPLATE, { app, context: { argocdUrl } }),
    ),
    receivedAt: RECEIVED_AT,
  };
}

/** The one event that a notification becomes. */
export function mapped(changes?: Changes, settings?: JsonObject): SourceEvent {
  const events = source(settings).map(notification(changes), context);
  expect(events).toHaveLength(1);
  return events[0];
}

/** What the deployment is said to be. */
export function fieldsOf(
  changes?: Changes,
  settings?: JsonObject,
): DeploymentFields {
  const { statements } = mapped(changes, settings);
  return (statements[0] as Statement<'deployment'>).fields;
}
