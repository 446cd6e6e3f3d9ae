import type {
  DeliveryDoor,
  EpochMs,
} from '@devops-scorecards/plugin-maturity-common';

/** Refusals that are kept of a source. */
export const MOST_REFUSALS = 200;

/** Reasons for which whole deliveries are refused that are told apart. */
const MOST_REASONS = 20;

const MAX_MESSAGE = 1_000;
const MAX_ID = 512;

/** NUL cannot be kept by PostgreSQL, half a surrogate pair by neither. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** A refusal on its way into the database. */
export interface PendingRefusal {
  door: DeliveryDoor;
  /** Absent where a delivery was refused as a whole. */
  id?: string;
  code: number;
  message: string;
  receivedAt: EpochMs;
  times: number;
}

/** What was refused of one source since it was last written. */
export interface Pending {
  /** All of it, written down or not. */
  count: number;
  /** The newest single events, in the order in which they were refused. */
  events: readonly PendingRefusal[];
  /** Whole deliveries, one for each door and reason. */
  deliveries: ReadonlyMap<string, PendingRefusal>;
}

/** Nothing yet. */
export function nothingPending(): Pending {
  return { count: 0, events: [], deliveries: new Map() };
}

/** The same reason at the same door is one row, however often it happens. */
export function reasonKey(refusal: {
  door: string;
  code: number;
  message: string;
}): string {
  return JSON.stringify([refusal.door, refusal.code, refusal.message]);
}

/** Adds what was refused of one delivery. */
export function addRefused(
  pending: Pending,
  refused: {
    door: DeliveryDoor;
    receivedAt: EpochMs;
    refusals: readonly { id?: string; code: number; message: string }[];
  },
): Pending {
  const { door, receivedAt, refusals } = refused;
  const clean = refusals.map(
    ({ id, code, message }): PendingRefusal => ({
      door,
      ...(id !== undefined && { id: storable(id, MAX_ID) }),
      code,
      message: storable(message, MAX_MESSAGE),
      receivedAt,
      times: 1,
    }),
  );
  return mergePending(pending, {
    count: refusals.length,
    events: clean.filter(({ id }) => id !== undefined),
    deliveries: byReason(clean.filter(({ id }) => id === undefined)),
  });
}

/** What was refused in both spans. */
export function mergePending(before: Pending, since: Pending): Pending {
  return {
    count: before.count + since.count,
    events: [...before.events, ...since.events].slice(-MOST_REFUSALS),
    deliveries: byReason([
      ...before.deliveries.values(),
      ...since.deliveries.values(),
    ]),
  };
}

/** Further reasons than are told apart are counted, and nothing more. */
function byReason(
  refusals: readonly PendingRefusal[],
): Map<string, PendingRefusal> {
  const reasons = new Map<string, PendingRefusal>();
  for (const refusal of refusals) {
    const key = reasonKey(refusal);
    const known = reasons.get(key);
    if (known || reasons.size < MOST_REASONS) {
      reasons.set(key, {
        ...refusal,
        receivedAt: Math.max(refusal.receivedAt, known?.receivedAt ?? 0),
        times: refusal.times + (known?.times ?? 0),
      });
    }
  }
  return reasons;
}

function storable(text: string, length: number): string {
  return text.slice(0, length).replace(UNSTORABLE, '\uFFFD');
}
