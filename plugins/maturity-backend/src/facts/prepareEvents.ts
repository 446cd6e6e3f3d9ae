import { gzipSync } from 'node:zlib';
import type { Alias } from '@devops-scorecards/plugin-maturity-common';
import type { IncomingEvent } from '../ingest/EventStore';
import { checkStorable } from './domain/checkStorable';
import { namesOf } from './domain/namesOf';
import { eventKeyOf } from './eventKeyOf';

/** An event with all that can be made of it before the database is asked. */
export interface PreparedEvent {
  index: number;
  incoming: IncomingEvent;
  eventKey: string;
  names: Alias[];
  /** Gzip of the raw body. */
  raw?: Buffer;
  /** Why it cannot be stored. */
  problem?: string;
}

/** Does what needs no database, so that no other writer waits for it. */
export function prepareEvents(
  source: string,
  events: readonly IncomingEvent[],
): PreparedEvent[] {
  // Events of one delivery share its body, which may hold thousands of them.
  const packed = new Map<Buffer, Buffer>();
  const pack = (body: Buffer): Buffer => {
    const known = packed.get(body) ?? gzipSync(body);
    packed.set(body, known);
    return known;
  };
  return events.map((incoming, index) => {
    const { event, raw } = incoming;
    const problem = checkStorable(event);
    return {
      index,
      incoming,
      eventKey: eventKeyOf({ source, ...event }),
      names: namesOf(event),
      raw: raw && !problem ? pack(raw.body) : undefined,
      problem,
    };
  });
}
