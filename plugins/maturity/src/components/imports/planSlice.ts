/** Bytes of a slice to begin with, as long as the longest line. */
export const SLICE_BYTES = 1024 * 1024;

/** A slice that is refused for its size at this many bytes is not cut again. */
const SMALLEST_BYTES = 16 * 1024;

/** Part of a file, in bytes; half-open. */
export interface SlicePlan {
  from: number;
  to: number;
  /** Whether the file ends with it. */
  last: boolean;
}

/**
 * Which part of a file is sent next.
 *
 * @param options - `offset`: where the import stands; `total`: of the whole
 *   file; `size`: of a slice; all in bytes
 * @returns undefined when the whole file has been sent
 */
export function planSlice(options: {
  offset: number;
  total: number;
  size: number;
}): SlicePlan | undefined {
  const { offset, total, size } = options;
  if (offset >= total) {
    return undefined;
  }
  const to = Math.min(total, offset + size);
  return { from: offset, to, last: to === total };
}

/**
 * The size to try where one was too large for the portal, or for what stands
 * before it.
 *
 * @returns undefined where a smaller one would not help
 */
export function smallerSlice(size: number): number | undefined {
  const half = Math.floor(size / 2);
  return half < SMALLEST_BYTES ? undefined : half;
}
