import {
  daysBefore,
  type Fact,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { observedWindow } from './observedWindow';
import { trunkUpdates, type TrunkUpdate } from './trunkUpdates';

/**
 * A merge and the push that it makes are seconds apart. Where midnight lies
 * between them, the later one is known again by the earlier one.
 */
export const INTEGRATION_LOOK_BACK_DAYS = 1;

/*
 * Metrics of changes are given the same facts and the same window one after the
 * other, and finding the updates is by far the slowest step of each.
 */
const lastFound = new WeakMap<
  readonly Fact[],
  TimeWindow & { updates: readonly TrunkUpdate[] }
>();

/** The trunk updates of the window, ordered in time. */
export function updatesInWindow(input: MetricInput): TrunkUpdate[] {
  const { facts, timeZone } = input;
  const window = observedWindow(input);
  const from = daysBefore(window.from, INTEGRATION_LOOK_BACK_DAYS, timeZone);
  const { to } = window;
  let found = lastFound.get(facts);
  if (found?.from !== from || found.to !== to) {
    found = { from, to, updates: trunkUpdates(facts, { from, to }) };
    lastFound.set(facts, found);
  }
  return found.updates.filter(({ at }) => at >= window.from);
}

/** The trunk updates of people in the window: what an integration is. */
export function integrations(input: MetricInput): TrunkUpdate[] {
  return updatesInWindow(input).filter(({ bot }) => !bot);
}
