import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  maturityModelReadPermission,
  type ModelCheck,
} from '@devops-scorecards/plugin-maturity-common';
import express, { type Request } from 'express';
import Router from 'express-promise-router';
import { answerRefusals } from '../ingest/answerRefusals';
import { bytesOf } from '../ingest/bytesOf';
import type { MetricRegistry } from '../metrics';
import { readModelPack, summaryOf } from '../models';
import type { EntityAuthorizer } from '../permissions';

/**
 * Largest model pack that is looked at, bytes: some two thousand criteria. Reading
 * YAML holds everybody else up meanwhile.
 */
const MAX_PACK_BYTES = 2 * 1024 * 1024;

/**
 * Says what is wrong with a model pack, before it stops the start of a portal:
 * `POST /v1/models/check`, with the YAML as its body.
 *
 * @remarks
 *
 * It knows the metrics of this portal, those of modules included. Nothing is
 * kept. Mount it before any body parser, because it takes bytes as they are.
 */
export function createModelCheckRouter(options: {
  httpAuth: HttpAuthService;
  authorizer: EntityAuthorizer;
  metrics: MetricRegistry;
  logger: LoggerService;
}): express.Router {
  const { authorizer, httpAuth, metrics, logger } = options;
  const router = Router();
  router.post(
    '/v1/models/check',
    async (request, _response, next) => {
      // Before the body is read: nobody else makes us hold megabytes.
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      await authorizer.authorize(maturityModelReadPermission, credentials);
      next();
    },
    express.raw({ type: () => true, limit: MAX_PACK_BYTES }),
    async (request, response) => {
      const yaml = textOf(request);
      const reading = readModelPack({
        file: fileOf(request),
        yaml,
        metrics: new Map(
          metrics.definitions().map(definition => [definition.id, definition]),
        ),
      });
      const check: ModelCheck =
        'model' in reading
          ? { model: summaryOf(reading.model), problems: [] }
          : { problems: reading.problems };
      response.json(check);
    },
  );
  router.use(
    answerRefusals({
      tooLarge: `The model pack is larger than ${MAX_PACK_BYTES} bytes: divide it into several models`,
      logger,
    }),
  );
  return router;
}

function textOf(request: Request): string {
  const bytes = bytesOf(request);
  if (bytes.length === 0) {
    throw new InputError('The body is empty: send the YAML of a model pack');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError('The model pack is not UTF-8: save it as UTF-8');
  }
}

/** What problems call the pack, by which people find it. */
function fileOf(request: Request): string {
  const { file } = request.query;
  return typeof file === 'string' && file !== ''
    ? file.slice(0, 255)
    : 'model pack';
}
