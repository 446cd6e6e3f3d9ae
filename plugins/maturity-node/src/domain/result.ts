/** Why something is not taken in, and what the sender has to change. */
export interface Refusal {
  /** HTTP status that this alone would be answered with. */
  code: number;
  message: string;
}

/** A value, or the reason why there is none. */
export type Result<T> =
  | { ok: true; value: T }
  | { ok: false; refusal: Refusal };

export function accept<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(code: number, message: string): Result<never> {
  return { ok: false, refusal: { code, message } };
}
