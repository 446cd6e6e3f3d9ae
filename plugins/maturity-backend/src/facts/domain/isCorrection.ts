import { CORRECTIONS_EVENT_SOURCE } from './correctionsEventSource';

/** CloudEvents type of corrections, before its version. */
const CORRECTION_TYPE = 'dev.cdeventsx.scorecards-fact.corrected';

/** CloudEvents type of a correction in the log. */
export const CORRECTION_EVENT_TYPE = `${CORRECTION_TYPE}.0.1.0`;

/**
 * Whether an event gives itself out as a correction by a person, by its source
 * or by its type in any version.
 *
 * @param event - `source` and `type` as CloudEvents names them
 */
export function isCorrection(event: { source: string; type: string }): boolean {
  return (
    event.source.toLowerCase() === CORRECTIONS_EVENT_SOURCE ||
    isCorrectionType(event.type)
  );
}

/** Whether a type is that of corrections, in any version. */
export function isCorrectionType(type: string): boolean {
  const lowerCase = type.toLowerCase();
  return (
    lowerCase === CORRECTION_TYPE || lowerCase.startsWith(`${CORRECTION_TYPE}.`)
  );
}
