import type {
  FactKind,
  Statement,
} from '@devops-scorecards/plugin-maturity-common';

/*
 * The times of GitLab's issues are whole seconds, and a quick action does
 * several things in one: it takes a label away, edits and closes. So within a
 * second the label that goes comes first, then that an issue is open, and that
 * it was closed has the last word.
 */
const LEAVES_BEFORE = 2;
const OPEN_BEFORE = 1;

/** A statement of an issue that lost the label by which it counts. */
export function leaving<K extends FactKind>(
  statement: Statement<K>,
): Statement<K> {
  return { ...statement, occurredAt: statement.occurredAt - LEAVES_BEFORE };
}

/**
 * What an issue that is open takes back.
 *
 * @param clears - fields that are not so any more
 */
export function takingBack<K extends FactKind>(
  statement: Statement<K>,
  clears: string[],
): Statement<K> {
  return {
    ...statement,
    occurredAt: statement.occurredAt - OPEN_BEFORE,
    fields: {},
    clears,
  };
}
