import type {
  EpochMs,
  FactKind,
  MeasurementStatus,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { observedWindow } from './observedWindow';

/** A status with what explains it. */
export interface StatusOfMeasurement {
  status: Exclude<MeasurementStatus, 'error'>;
  /** Kinds without a source, for `no-source`. */
  missing?: FactKind[];
  /** Set when a source was connected for only part of the window. */
  connectedSince?: EpochMs;
  /** Set when a source stopped delivering before the window ended. */
  connectedUntil?: EpochMs;
}

/**
 * The status of a measurement. The first that holds wins:
 *
 * 1. `error`: the metric threw (see `measureEntity`);
 * 2. `no-source`: a required kind is not connected, or was connected only after
 *    the window, or until before it;
 * 3. `stale`: a required source had been silent for longer than its
 *    `staleAfter` when the window ended, or at as-of where that is earlier; the
 *    value is kept;
 * 4. `insufficient`: the sample is smaller than the minimum, but something
 *    happened; or nothing happened, but the source was connected for only part
 *    of the window, so that its silence proves nothing. The latter holds for
 *    counts and rates too;
 * 5. `ok` for counts and rates, 0 included, and for samples of at least the
 *    minimum;
 * 6. `none`: nothing happened while the source was connected all the time.
 *
 * Something that began and has not ended did happen: a build that is red since
 * weeks is `insufficient` and not `none`, which would take its criterion away.
 *
 * @param options - the metric, what it was computed from, its sample size and
 * the number of its items that have not ended
 */
export function measurementStatus(options: {
  definition: Pick<MetricDefinition, 'requires' | 'unit' | 'minimum'>;
  input: Pick<MetricInput, 'connections' | 'window' | 'asOf'>;
  n: number;
  open: number;
}): StatusOfMeasurement {
  const { definition, input, n, open } = options;
  const window = observedWindow(input);

  const missing: FactKind[] = [];
  let stale = false;
  let connectedSince: EpochMs | undefined;
  let connectedUntil: EpochMs | undefined;
  for (const kind of definition.requires) {
    const connection = input.connections[kind];
    if (
      !connection ||
      connection.since >= window.to ||
      (connection.until ?? window.to) <= window.from
    ) {
      missing.push(kind);
      continue;
    }
    const { since, until, lastSeen, staleAfterMs } = connection;
    if (until !== undefined && until < window.to) {
      connectedUntil = Math.min(until, connectedUntil ?? until);
    } else if (
      staleAfterMs !== undefined &&
      lastSeen + staleAfterMs < window.to
    ) {
      stale = true;
    }
    if (since > window.from) {
      connectedSince = Math.max(since, connectedSince ?? since);
    }
  }
  if (missing.length > 0) {
    return { status: 'no-source', missing };
  }
  const part = { connectedSince, connectedUntil };
  if (stale) {
    return { status: 'stale', ...part };
  }
  const counts = definition.unit === 'count' || definition.unit === 'per-day';
  if (n === 0) {
    if (connectedSince !== undefined || connectedUntil !== undefined) {
      return { status: 'insufficient', ...part };
    }
    if (counts) {
      return { status: 'ok' };
    }
    return { status: open > 0 ? 'insufficient' : 'none' };
  }
  const enough = counts || n >= definition.minimum;
  return { status: enough ? 'ok' : 'insufficient', ...part };
}
