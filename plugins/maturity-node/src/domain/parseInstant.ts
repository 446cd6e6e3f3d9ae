import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { accept, type Result, refuse } from './result';

const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/** 13 digits reach from 2001 to 2286, so seconds are never taken for it. */
const EPOCH_MILLISECONDS = /^\d{13}$/;

/**
 * Reads a point in time.
 *
 * @remarks
 *
 * RFC 3339 with any offset; digits beyond the millisecond are cut off. Epoch
 * milliseconds are accepted too, because CDEvents are found in the field whose
 * `timestamp` is a string of them. A time before 1970 is the zero value of
 * some producer's language and is refused.
 *
 * @param value - as it stood in the JSON or the header
 * @param name - of the attribute, for the message
 */
export function parseInstant(value: unknown, name: string): Result<EpochMs> {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') {
    return refuse(
      400,
      `${name} must be an RFC 3339 time such as "2026-11-20T08:00:00Z"`,
    );
  }
  if (EPOCH_MILLISECONDS.test(text)) {
    return accept(Number(text));
  }
  const match = RFC3339.exec(text);
  if (!match) {
    return refuse(
      400,
      `${name} is "${text.slice(
        0,
        64,
      )}": send an RFC 3339 time such as "2026-11-20T08:00:00Z", or epoch milliseconds (13 digits)`,
    );
  }
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map(Number);
  const offsetHours = Number(match[9] ?? 0);
  const offsetMinutes = Number(match[10] ?? 0);
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const exists =
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth &&
    hour <= 23 &&
    minute <= 59 &&
    // RFC 3339 knows leap seconds; Date.UTC rolls them into the next minute.
    second <= 60 &&
    offsetHours <= 23 &&
    offsetMinutes <= 59;
  if (!exists) {
    return refuse(
      400,
      `${name} is "${text}", which is no date of the calendar`,
    );
  }
  const milliseconds = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const offset =
    (match[8] === '-' ? -1 : 1) * (offsetHours * 60 + offsetMinutes) * 60_000;
  const instant =
    Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - offset;
  if (year < 1970 || instant < 0) {
    return refuse(
      400,
      `${name} is "${text}", before 1970: the producer sent an unset time; send when it happened`,
    );
  }
  return accept(instant);
}
