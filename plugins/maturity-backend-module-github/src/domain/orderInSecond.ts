import type {
  FactKind,
  Statement,
} from '@devops-scorecards/plugin-maturity-common';

/*
 * The times of GitHub are whole seconds, and one of them has room for several
 * events: whoever picks labels takes one away and adds another, a bot opens,
 * labels and closes. So within a second the label that goes comes first, then
 * what opens, and closing has the last word. Nobody closes and opens in one.
 */
const LEAVES_BEFORE = 2;
const OPENS_BEFORE = 1;

/** A statement of an issue that lost the label by which it counts. */
export function leaving<K extends FactKind>(
  statement: Statement<K>,
): Statement<K> {
  return { ...statement, occurredAt: statement.occurredAt - LEAVES_BEFORE };
}

/**
 * What an event of an issue that is open again takes back.
 *
 * @param clears - fields that are not so any more
 */
export function opening<K extends FactKind>(
  statement: Statement<K>,
  clears: string[],
): Statement<K> {
  const { occurredAt } = statement;
  return {
    ...statement,
    occurredAt: occurredAt - OPENS_BEFORE,
    fields: {},
    clears,
  };
}
