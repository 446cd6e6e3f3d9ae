import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { AuthenticationError, InputError } from '@backstage/errors';
import {
  StatementRank,
  type MappedEvent,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  SourceDescription,
  WebhookRequest,
  WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import type { MonitoredOutage } from '../domain';

/** Where the signature of a delivery travels. */
export const MONITOR_SIGNATURE = 'x-demo-signature';

const EVENT_SOURCE = 'https://monitor.demo-securities.example';

/**
 * A second tool that tells of outages, in a format of its own: what it says of
 * an outage that another source tells of stands beside it and is not counted.
 *
 * @remarks
 *
 * Only the process that made it can sign for it.
 */
export class DemoMonitorSource implements WebhookSource {
  readonly id = 'demo-monitor';
  readonly about: SourceDescription = {
    type: 'demo-monitor',
    title: 'Monitoring of the demo',
    facts: ['incident'],
    names: ['entity'],
  };
  readonly #key = randomBytes(32);

  /** The signature of a body. */
  sign(rawBody: Buffer): string {
    return createHmac('sha256', this.#key).update(rawBody).digest('hex');
  }

  verify(request: WebhookRequest): void {
    const { [MONITOR_SIGNATURE]: signature } = request.headers;
    const actual = Buffer.from(String(signature ?? ''), 'hex');
    const expected = Buffer.from(this.sign(request.rawBody), 'hex');
    if (
      actual.length !== expected.length ||
      !timingSafeEqual(actual, expected)
    ) {
      throw new AuthenticationError(
        `${MONITOR_SIGNATURE} does not match the body: only the demo itself can send as this source`,
      );
    }
  }

  map(request: WebhookRequest): MappedEvent[] {
    const outage = readOutage(request.rawBody);
    const { id, entityRef, title, alertKey } = outage;
    const { startedAt, detectedAt, restoredAt } = outage;
    return [
      {
        eventSource: EVENT_SOURCE,
        eventId: id,
        type: 'outage',
        subject: id,
        occurredAt: restoredAt,
        entityRef,
        aliases: [],
        statements: [
          {
            kind: 'incident',
            key: `${EVENT_SOURCE} ${id}`,
            rank: StatementRank.Started,
            occurredAt: restoredAt,
            fields: {
              title,
              alertKey,
              severity: 'critical',
              impact: 'outage',
              detectedBy: 'monitoring',
              startedAt,
              detectedAt,
              restoredAt,
            },
          },
        ],
        generated: true,
        envelope: { ...outage },
      },
    ];
  }
}

function readOutage(rawBody: Buffer): MonitoredOutage {
  try {
    return JSON.parse(rawBody.toString('utf8')) as MonitoredOutage;
  } catch {
    throw new InputError('The body is no JSON: send one outage as an object');
  }
}
