import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf, type LoadProblem, type LoadState } from './loadState';

/** Options of {@link useLoad}. @public */
export interface UseLoadOptions<T> {
  /** Reads the value. Called again whenever it changes: wrap it in useCallback. */
  load: (signal: AbortSignal) => Promise<T>;
  /** Milliseconds between reads while the page is visible; absent: once. */
  every?: number;
  /**
   * Keeps the value while a new `load` runs: the question is the same and only
   * its answer is known to have moved.
   */
  keep?: boolean;
}

/**
 * Reads a value, keeps it while it is read again, and reads it now and then
 * while somebody looks.
 *
 * @remarks
 * A new `load` starts from its skeleton again, unless `reload` brought it: the
 * old value belongs to another question.
 *
 * @public
 */
export function useLoad<T>(options: UseLoadOptions<T>): {
  state: LoadState<T>;
  /** Reads again, through another way if one is given. */
  reload: (other?: (signal: AbortSignal) => Promise<T>) => Promise<void>;
} {
  const { load, every, keep = false } = options;
  const [answer, setAnswer] = useState<{
    load: typeof load;
    state: LoadState<T>;
  }>({ load, state: { status: 'loading' } });
  const running = useRef<AbortController>();

  const read = useCallback(
    async (other: typeof load = load) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setAnswer(before => ({
        load,
        state: beginning(
          keep || before.load === load ? before.state : undefined,
        ),
      }));
      try {
        const value = await other(controller.signal);
        if (!controller.signal.aborted) {
          setAnswer({
            load,
            state: { status: 'ready', value, refreshing: false },
          });
        }
      } catch (error) {
        if (!controller.signal.aborted) {
          const problem = problemOf(error);
          setAnswer(before => ({
            load,
            state: failing({
              before: before.state,
              problem,
              keep: other !== load,
            }),
          }));
        }
      } finally {
        if (running.current === controller) {
          running.current = undefined;
        }
      }
    },
    [load, keep],
  );

  useEffect(() => {
    read();
    return () => running.current?.abort();
  }, [read]);

  useEffect(() => {
    if (!every) {
      return undefined;
    }
    const readIfSeen = () => {
      // A read under way, such as one that a person asked for, is not cut off.
      if (document.visibilityState === 'visible' && !running.current) {
        read();
      }
    };
    const timer = setInterval(readIfSeen, every);
    document.addEventListener('visibilitychange', readIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', readIfSeen);
    };
  }, [read, every]);

  const state: LoadState<T> =
    keep || answer.load === load ? answer.state : { status: 'loading' };
  return { state, reload: read };
}

function beginning<T>(before: LoadState<T> | undefined): LoadState<T> {
  return before?.status === 'ready'
    ? { ...before, refreshing: true }
    : { status: 'loading' };
}

/**
 * A refusal replaces the value and a fault keeps it and says so; what was read
 * another way, such as a refresh that the reader may not ask for, always
 * leaves the value.
 */
function failing<T>(options: {
  before: LoadState<T>;
  problem: LoadProblem;
  keep: boolean;
}): LoadState<T> {
  const { before, problem, keep } = options;
  return before.status === 'ready' && (keep || problem.kind === 'error')
    ? { ...before, refreshing: false, problem }
    : { status: 'failed', problem };
}
