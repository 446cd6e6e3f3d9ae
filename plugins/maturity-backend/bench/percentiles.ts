/** Times of calls, in milliseconds, and what is said of them. */
export interface Timing {
  p50: number;
  p95: number;
  max: number;
}

/** Nearest-rank percentiles of at least one time. */
export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  return { p50: at(0.5), p95: at(0.95), max: sorted[sorted.length - 1] };
}

/** Runs calls one after the other. */
export async function timeCalls(
  calls: number,
  call: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < calls; index += 1) {
    const begun = performance.now();
    await call(index);
    times.push(performance.now() - begun);
  }
  return times;
}

/** Prints a row of a table in Markdown. */
export function printRow(...cells: (string | number)[]): void {
  process.stdout.write(
    `| ${cells
      .map(cell => (typeof cell === 'number' ? cell.toFixed(1) : cell))
      .join(' | ')} |\n`,
  );
}
