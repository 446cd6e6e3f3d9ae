import type {
  Alias,
  PullStatus,
  SetupCheck,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * Whether what is pulled for an entity arrives.
 *
 * @param pulls - of one source
 * @param names - of the entity; a stream says in its id whose it is
 */
export function pullCheck(
  pulls: readonly PullStatus[],
  names: readonly Alias[],
): SetupCheck {
  const ofSource = pulls.find(({ stream }) => stream === undefined);
  const values = names.map(({ value }) => value.toLowerCase());
  const streams = pulls.filter(({ stream }) =>
    values.some(value => mentions(stream?.toLowerCase() ?? '', value)),
  );
  const failing = streams.find(({ state }) => state === 'failing') ?? ofSource;
  const successes = streams.flatMap(({ lastSuccessAt = [] }) => lastSuccessAt);
  const check = {
    check: 'pulled',
    streams: streams.length,
    ...(successes.length > 0 && { lastSuccessAt: Math.max(...successes) }),
  } as const;
  if (failing) {
    const { lastError } = failing;
    return {
      ...check,
      outcome: 'fail',
      ...(lastError !== undefined && { message: lastError }),
    };
  }
  // A stream that is new is listed within a minute and pulled soon after.
  return { ...check, outcome: successes.length > 0 ? 'pass' : 'skipped' };
}

/** Whether a text holds a name as a whole and not as a part of a longer one. */
function mentions(text: string, value: string): boolean {
  const at = text.indexOf(value);
  return (
    at >= 0 &&
    !/[\w-]/.test(text[at - 1] ?? '') &&
    !/[\w-]/.test(text[at + value.length] ?? '')
  );
}
