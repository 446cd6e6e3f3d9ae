import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { IngestResponse } from '@devops-scorecards/plugin-maturity-common';
import type { Response } from 'express';
import type { AuditedResult } from './auditDelivery';
import { statusOfResponse } from './domain/statusOfResponse';
import type { ConfiguredSource } from './readIngestConfig';

/** Answers for every event, and says what the audit event keeps of it. */
export function sendAnswer(options: {
  response: Response;
  source: ConfiguredSource;
  answer: IngestResponse;
  logger: LoggerService;
}): AuditedResult {
  const { response, source, answer, logger } = options;
  const { stored, duplicates, conflicts, refused } = answer;
  const status = statusOfResponse(answer);
  response.status(status).json(answer);
  if (conflicts > 0) {
    logger.warn(
      `Source '${source.name}' sent ${conflicts} events again with other contents; they are quarantined`,
    );
  }
  return {
    meta: { source: source.name, stored, duplicates, conflicts, refused },
    failure:
      status === 202
        ? undefined
        : new InputError(`No event was accepted, answered ${status}`),
  };
}
