import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

/** What became of an audited delivery. */
export interface AuditedResult {
  meta: JsonObject;
  /** Set when nothing of the delivery was accepted, though it was answered. */
  failure?: Error;
}

/**
 * Runs one delivery inside an audit event: who sent it through which door and
 * how many events became what, never their contents.
 */
export async function auditDelivery(
  auditor: AuditorService,
  options: {
    /** Left out where the request brings no Backstage credentials. */
    request?: Request;
    meta: JsonObject;
  },
  run: () => Promise<AuditedResult>,
): Promise<void> {
  const event = await auditor.createEvent({
    eventId: 'event-ingest',
    severityLevel: 'low',
    ...options,
  });
  let result: AuditedResult;
  try {
    result = await run();
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
  const { meta, failure } = result;
  await (failure
    ? event.fail({ error: failure, meta })
    : event.success({ meta }));
}
