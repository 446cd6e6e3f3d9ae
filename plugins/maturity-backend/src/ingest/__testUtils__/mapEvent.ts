import type {
  MappedEvent,
  Statement,
} from '@devops-scorecards/plugin-maturity-common';
import {
  type Result,
  parseDelivery,
} from '@devops-scorecards/plugin-maturity-node';
import { mapCloudEvent } from '../cdevents/domain/mapCloudEvent';
import {
  buildCdevent,
  type BuildOptions,
  type CdeventData,
  structured,
} from './buildCdevent';
import { mappingContext } from './mappingContext';

/** What ingest makes of a CDEvent that is sent in the structured mode. */
export function mapEvent(
  data: CdeventData,
  extensions?: Record<string, unknown>,
): Result<MappedEvent> {
  const { headers, body } = structured(data, extensions);
  const delivery = parseDelivery(
    { headers, body: new TextEncoder().encode(body) },
    { maxBatch: 1, maxDepth: 64 },
  );
  if (!delivery.ok || !delivery.value.items[0].received.ok) {
    throw new Error(JSON.stringify(delivery));
  }
  return mapCloudEvent(
    delivery.value.items[0].received.value.event,
    mappingContext,
  );
}

/** The mapped event of a sample, which must be a good one. */
export function mappedSample(
  options: BuildOptions,
  extensions?: Record<string, unknown>,
): MappedEvent {
  const result = mapEvent(buildCdevent(options), extensions);
  if (!result.ok) {
    throw new Error(`${options.name}: ${result.refusal.message}`);
  }
  return result.value;
}

/** The one statement that a good sample makes. */
export function statementOf(options: BuildOptions): Statement {
  const { statements } = mappedSample(options);
  if (statements.length !== 1) {
    throw new Error(`${options.name} makes ${statements.length} statements`);
  }
  return statements[0];
}

/** The message that a changed sample is refused with. */
export function refusalOf(options: BuildOptions): {
  code: number;
  message: string;
} {
  const result = mapEvent(buildCdevent(options));
  if (result.ok) {
    throw new Error(`${options.name} is accepted`);
  }
  return result.refusal;
}
