import { createHash } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import type {
  EpochMs,
  ReportFormat,
  ReportResponse,
} from '@devops-scorecards/plugin-maturity-common';
import { canonicalJson } from '@devops-scorecards/plugin-maturity-node';
import type express from 'express';
import Router from 'express-promise-router';
import { answerRefusals } from '../answerRefusals';
import { auditDelivery } from '../auditDelivery';
import { DeliveryRefusedError } from '../DeliveryRefusedError';
import { whomOf } from '../domain/whomOf';
import { ingestMapped, type MappedItem } from '../ingestMapped';
import { measureEvent } from '../measures/domain/measureEvent';
import { readingHint } from '../measures/domain/readingHint';
import { sendAnswer } from '../sendAnswer';
import { sourceOfRequest } from '../sourceOfRequest';
import type { UploadOptions } from '../UploadOptions';
import {
  createReportReader,
  REPORT_FORMATS,
} from './domain/createReportReader';
import { readingsOfReport } from './domain/readingsOfReport';
import { readReportQuery, type ReportQuery } from './domain/readReportQuery';
import type { ReportContents } from './domain/ReportReader';
import { readReport } from './readReport';

/**
 * The door for reports of tests and coverage: `POST /v1/reports/:format`, with
 * the credentials of a service.
 *
 * @remarks
 *
 * Mount it before any body parser: a report is read while it arrives, and never
 * held as a whole.
 */
export function createReportRouter(
  options: UploadOptions & {
    /** Largest report, in bytes, unpacked. */
    maxReportBytes: number;
  },
): express.Router {
  const { clock, logger } = options;
  const router = Router();

  router.post('/v1/reports/:format', async (request, response) => {
    const format = REPORT_FORMATS.find(name => name === request.params.format);
    if (!format) {
      throw new NotFoundError(
        `There is no format of that name: formats are ${REPORT_FORMATS.join(
          ', ',
        )}`,
      );
    }
    const credentials = await options.httpAuth.credentials(request, {
      allow: ['service'],
    });
    const meta = {
      door: 'reports',
      format,
      caller: credentials.principal.subject,
    };
    await auditDelivery(options.auditor, { request, meta }, async () => {
      // All that can be refused without the report is, before it is read.
      const source = await sourceOfRequest(options, credentials);
      const query = readReportQuery(format, request.query);
      if (!query.ok) {
        throw new DeliveryRefusedError(query.refusal);
      }
      const { contents, sha256 } = await readReport({
        request,
        reader: createReportReader(format),
        maxBytes: options.maxReportBytes,
      });
      const receivedAt = clock();
      const items = mapReport({
        format,
        query: query.value,
        contents,
        sha256,
        receivedAt,
      });
      const answer: ReportResponse = {
        ...(await ingestMapped(options.ingest, {
          source,
          items,
          receivedAt,
          door: 'reports',
        })),
        readings: readingsOfReport(query.value.reading, contents).map(
          ({ name, part, total }) => ({ name, part: part!, total: total! }),
        ),
        tests: contents.tests,
      };
      return sendAnswer({ response, source, answer, logger });
    });
  });

  router.use(closeUnread());
  router.use(answerRefusals({ tooLarge: 'The body is too large', logger }));
  return router;
}

function mapReport(options: {
  format: ReportFormat;
  query: ReportQuery;
  contents: ReportContents;
  sha256: string;
  receivedAt: EpochMs;
}): MappedItem[] {
  const { format, query, contents, sha256, receivedAt } = options;
  return readingsOfReport(query.reading, contents).map(reading => {
    const { branch, commit, measuredAt, trunk } = reading;
    // The same report of another commit is another reading.
    const identity = canonicalJson({
      ...{ branch, commit, measuredAt, trunk },
      sha256,
    });
    const id =
      query.id ??
      createHash('sha256').update(identity).digest('hex').slice(0, 32);
    const eventId = [whomOf(reading), reading.name, id].join(' ');
    return {
      id: eventId,
      event: measureEvent({
        reading,
        eventSource: `/reports/${format}`,
        eventId,
        receivedAt,
        about: { report: { format, sha256, tests: contents.tests } },
      }),
      hint: readingHint(reading),
    };
  });
}

/**
 * A report that is refused half-way is not read to its end: the connection is
 * given up after the answer.
 */
function closeUnread(): express.ErrorRequestHandler {
  return (error, request, response, next) => {
    if (!request.complete) {
      response.setHeader('Connection', 'close');
    }
    next(error);
  };
}
