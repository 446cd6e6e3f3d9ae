import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type {
  PullStream,
  SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import { toOptionalNumber } from '../database';
import { namesOf } from '../facts/domain/namesOf';
import type { StreamState } from './PullStore';

/** The type of the event that says what a source delivers. */
const CONNECTED = 'dev.cdeventsx.scorecards-source.connected.0.1.0';

/** When the names of a stream came to stand for somebody; 0 while they do not. */
async function readNamesSeq(knex: Knex, stream: PullStream): Promise<number> {
  const { eventSource, aliases, entityRef } = stream.subject;
  const names = namesOf({ eventSource, aliases: [...aliases], entityRef });
  const row = await knex('alias')
    .whereNull('closed_seq')
    .where(query => {
      for (const { scheme, value } of names) {
        query.orWhere({ scheme, value });
      }
    })
    .max({ seq: 'seq' })
    .first<{ seq: number | string | null }>();
  return toOptionalNumber(row.seq) ?? 0;
}

/**
 * What a stream that has reached its end shows to be connected.
 *
 * @remarks
 *
 * At first it is connected since the earliest time that it looks back to.
 * When its names come to stand for further entities, these are connected from
 * now on: what was found before counts for those who bore the name then.
 *
 * @returns the event that says so, and what to remember; `undefined` where
 *   nothing has changed, or nothing can be said yet
 */
export async function connectSubject(
  knex: Knex,
  options: {
    stream: PullStream;
    state: Pick<StreamState, 'since' | 'namesSeq' | 'events'>;
    now: EpochMs;
  },
): Promise<{ event: SourceEvent; namesSeq: number } | undefined> {
  const { stream, state, now } = options;
  const { subject, id } = stream;
  const silent = subject.onlyOnceSeen && state.events === 0;
  if (state.since === undefined || subject.kinds.length === 0 || silent) {
    return undefined;
  }
  const namesSeq = await readNamesSeq(knex, stream);
  if (state.namesSeq !== undefined && namesSeq <= state.namesSeq) {
    return undefined;
  }
  const since = state.namesSeq === undefined ? state.since : now;
  const { eventSource, aliases, entityRef, kinds } = subject;
  const eventId = `connected ${id} ${new Date(since).toISOString()}`;
  return {
    namesSeq,
    event: {
      eventSource,
      eventId,
      contents: eventId,
      type: CONNECTED,
      subject: id,
      occurredAt: now,
      entityRef,
      aliases: [...aliases],
      statements: [],
      connects: kinds.map(kind => ({ kind, since })),
      imported: true,
      envelope: { stream: id, kinds, since },
    },
  };
}
