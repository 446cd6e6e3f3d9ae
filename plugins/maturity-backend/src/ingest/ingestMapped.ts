import type {
  DeliveryDoor,
  EpochMs,
  EventResult,
  IngestResponse,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  Result,
  SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import type { IngestService } from './IngestService';
import type { ConfiguredSource } from './readIngestConfig';

/** Something that was sent and what it is as an event. */
export interface MappedItem {
  /** What it is answered by where it is no event. */
  id?: string;
  event: Result<SourceEvent>;
  /** What to tell of it when it was taken. */
  hint?: string;
}

/**
 * Takes in what could be read of a delivery, and answers for all of it in the
 * order sent.
 *
 * @throws ServiceUnavailableError when the database cannot be reached
 */
export async function ingestMapped(
  ingest: IngestService,
  options: {
    source: ConfiguredSource;
    items: readonly MappedItem[];
    receivedAt: EpochMs;
    /** Absent where whoever sends keeps a list of what is refused. */
    door?: DeliveryDoor;
  },
): Promise<IngestResponse> {
  const { source, items, receivedAt, door } = options;
  const events: SourceEvent[] = [];
  const positions: number[] = [];
  const results: EventResult[] = [];
  items.forEach(({ id, event }, index) => {
    if (event.ok) {
      events.push(event.value);
      positions.push(index);
    } else {
      const { code, message } = event.refusal;
      results.push({ index, id, status: 'refused', code, message });
    }
  });
  const refused = results.length;
  if (door && refused > 0) {
    ingest.noteRefused({
      source,
      door,
      receivedAt,
      refusals: results.map(result => ({ ...result, id: result.id ?? '' })),
    });
  }
  const answer = await ingest.ingestEvents({
    source,
    events,
    receivedAt,
    door,
  });
  for (const result of answer.results) {
    const index = positions[result.index];
    results.push({
      ...result,
      index,
      message: result.message ?? items[index].hint,
    });
  }
  results.sort((a, b) => a.index - b.index);
  return { ...answer, refused: answer.refused + refused, results };
}
