import type {
  EventResult,
  ImportRefusal,
} from '@devops-scorecards/plugin-maturity-common';

/** Why lines were not taken in, conflicts with what is stored among them. */
export function refusalsOf(
  events: readonly { line: number }[],
  results: readonly EventResult[],
): ImportRefusal[] {
  return results
    .filter(({ status }) => status === 'refused' || status === 'conflict')
    .map(({ index, id, code, message = '' }) => ({
      line: events[index].line,
      ...(id !== undefined && { id }),
      code,
      message,
    }));
}
