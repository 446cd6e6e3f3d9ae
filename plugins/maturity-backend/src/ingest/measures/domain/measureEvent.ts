import { said, type EpochMs } from '@devops-scorecards/plugin-maturity-common';
import {
  accept,
  canonicalJson,
  refuse,
  type Result,
  type SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import { mapMeasure } from '../../cdevents/domain/mapMeasure';
import type { MeasureReading } from './MeasureReading';

/** What a reading is as an event. */
export const MEASURE_EVENT_TYPE =
  'dev.cdeventsx.scorecards-measure.recorded.0.1.0';

/**
 * Makes of a reading the event that `measure.recorded` would be, with what that
 * refuses refused too.
 *
 * @param options - `eventId`: unique in `eventSource`; `about`: what is kept
 *   beside it, for people
 */
export function measureEvent(options: {
  reading: MeasureReading;
  eventSource: string;
  eventId: string;
  receivedAt: EpochMs;
  about?: Record<string, unknown>;
}): Result<SourceEvent> {
  const { reading, eventSource, eventId, receivedAt, about } = options;
  const { name, part, total, value, measuredAt, entityRef, aliases } = reading;
  const { branch, trunk, commit, url } = reading;
  const timestamp = measuredAt ?? receivedAt;
  const content = said({ part, total, value });
  const customData = said({ branch, trunk, commit, url });
  const statements = mapMeasure({
    type: {
      subject: 'measure',
      predicate: 'recorded',
      custom: 'scorecards-measure',
    },
    id: eventId,
    source: eventSource,
    timestamp,
    subjectId: name,
    subjectSource: eventSource,
    content,
    customData,
  });
  if (!statements.ok) {
    const { code, message } = statements.refusal;
    return refuse(
      code,
      message.replace(/\bdata\.(?:subject\.content|customData)\./g, ''),
    );
  }
  return accept({
    eventSource,
    eventId,
    type: MEASURE_EVENT_TYPE,
    subject: name,
    occurredAt: timestamp,
    entityRef,
    aliases,
    statements: statements.value,
    // Without a time that only says when it arrived: sent again, it is the same.
    contents: canonicalJson({ ...reading, measuredAt }),
    envelope: said({
      specversion: '1.0',
      id: eventId,
      source: eventSource,
      type: MEASURE_EVENT_TYPE,
      subject: name,
      time: new Date(timestamp).toISOString(),
      data: { subject: { id: name, content }, customData, ...about },
    }),
  });
}
