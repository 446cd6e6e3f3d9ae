import { createHash } from 'node:crypto';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import {
  canonicalJson,
  type Result,
} from '@devops-scorecards/plugin-maturity-node';
import express, { type Request } from 'express';
import Router from 'express-promise-router';
import { answerRefusals } from '../answerRefusals';
import { auditDelivery } from '../auditDelivery';
import { bytesOf } from '../bytesOf';
import { DeliveryRefusedError } from '../DeliveryRefusedError';
import { whomOf } from '../domain/whomOf';
import { ingestMapped, type MappedItem } from '../ingestMapped';
import { sendAnswer } from '../sendAnswer';
import { sourceOfRequest } from '../sourceOfRequest';
import type { UploadOptions } from '../UploadOptions';
import { measureEvent } from './domain/measureEvent';
import { readingHint } from './domain/readingHint';
import {
  readCsvMeasures,
  readJsonMeasures,
  type SentReading,
} from './domain/readMeasures';

/** Where readings come about that are sent as they are. */
const EVENT_SOURCE = '/measures';

/**
 * The door for readings of anything: `POST /v1/measures`, as JSON or as a
 * table, with the credentials of a service.
 */
export function createMeasureRouter(options: UploadOptions): express.Router {
  const { config, clock, logger } = options;
  const router = Router();
  const rawBody = express.raw({ type: () => true, limit: config.maxBytes });

  router.post('/v1/measures', rawBody, async (request, response) => {
    const credentials = await options.httpAuth.credentials(request, {
      allow: ['service'],
    });
    const meta = { door: 'measures', caller: credentials.principal.subject };
    await auditDelivery(options.auditor, { request, meta }, async () => {
      const source = await sourceOfRequest(options, credentials);
      const receivedAt = clock();
      const readings = required(readBody(request));
      if (readings.length > config.maxBatch) {
        throw new DeliveryRefusedError({
          code: 413,
          message: `There are ${readings.length} readings, at most ${config.maxBatch} are taken: send them in parts, or raise maturity.ingest.maxBatch`,
        });
      }
      const answer = await ingestMapped(options.ingest, {
        source,
        items: readings.map((sent, index) => mapSent(sent, index, receivedAt)),
        receivedAt,
        door: 'measures',
      });
      return sendAnswer({ response, source, answer, logger });
    });
  });

  router.use(
    answerRefusals({
      tooLarge: `The body is larger than ${config.maxBytes} bytes: send fewer readings at a time, or raise maturity.ingest.maxBytes`,
      logger,
    }),
  );
  return router;
}

function readBody(request: Request): Result<Result<SentReading>[]> {
  const [essence = '', ...parameters] = (
    request.headers['content-type'] ?? 'application/json'
  )
    .toLowerCase()
    .split(';')
    .map(part => part.trim());
  const charset =
    parameters
      .map(parameter => /^charset="?([^"]+)"?$/.exec(parameter)?.[1])
      .find(Boolean) ?? 'utf-8';
  if (essence === 'text/csv') {
    return readCsvMeasures(decode(bytesOf(request), charset));
  }
  if (essence === 'application/json') {
    return readJsonMeasures(parseJson(decode(bytesOf(request), charset)));
  }
  throw new DeliveryRefusedError({
    code: 415,
    message: `Content-Type ${essence.slice(
      0,
      64,
    )} is not understood: send application/json or text/csv`,
  });
}

function decode(body: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(body);
  } catch {
    throw new DeliveryRefusedError({
      code: 400,
      message: `The body is no text in ${charset.slice(
        0,
        32,
      )}: send UTF-8, or say the charset in Content-Type`,
    });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The parser's own message quotes the body, which must not be echoed.
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    throw new DeliveryRefusedError({
      code: 400,
      message: `The body is not JSON${
        position ? `: look at character ${position}` : ''
      }`,
    });
  }
}

function required<T>(result: Result<T>): T {
  if (!result.ok) {
    throw new DeliveryRefusedError(result.refusal);
  }
  return result.value;
}

function mapSent(
  sent: Result<SentReading>,
  index: number,
  receivedAt: EpochMs,
): MappedItem {
  if (!sent.ok) {
    return { event: sent };
  }
  const { id, reading } = sent.value;
  const eventId = [
    whomOf(reading),
    reading.name,
    id ?? defaultId(sent.value, index, receivedAt),
  ].join(' ');
  return {
    id: id ?? eventId,
    event: measureEvent({
      reading,
      eventSource: EVENT_SOURCE,
      eventId,
      receivedAt,
    }),
    hint: readingHint(reading),
  };
}

/**
 * What tells a reading without an id from others: its time, branch and commit.
 * One that is of now is told apart by when it came.
 */
function defaultId(
  { reading }: SentReading,
  index: number,
  receivedAt: EpochMs,
): string {
  const { branch, commit, measuredAt, trunk } = reading;
  const identity = canonicalJson(
    measuredAt === undefined
      ? { branch, commit, trunk, receivedAt, index }
      : { branch, commit, trunk, measuredAt },
  );
  return createHash('sha256').update(identity).digest('hex').slice(0, 32);
}
