import type { ImportStatus } from '@devops-scorecards/plugin-maturity-common';
import type { Output } from '../Surroundings';

const BAR_WIDTH = 24;

/** Per cent between two lines where there is no terminal. */
const STEP = 10;

/**
 * Shows how far an import has come: a bar on a terminal, a line for every tenth
 * elsewhere.
 */
export class Progress {
  readonly #output: Output;
  #shown: number;
  #open = false;

  constructor(options: { output: Output; status: ImportStatus }) {
    this.#output = options.output;
    this.#shown = percentOf(options.status);
    if (options.output.isTTY) {
      this.show(options.status);
    }
  }

  show(status: ImportStatus): void {
    const percent = percentOf(status);
    const text = `${percent} %, ${whole(status.lines)} lines, ${whole(
      status.refused,
    )} refused`;
    if (this.#output.isTTY) {
      const done = Math.floor((percent / 100) * BAR_WIDTH);
      const bar = '#'.repeat(done).padEnd(BAR_WIDTH, '.');
      const width = (this.#output.columns ?? 80) - 1;
      this.#output.write(
        `\r${`[${bar}] ${text}`.slice(0, width).padEnd(width)}`,
      );
      this.#open = true;
    } else if (percent >= this.#shown + STEP || percent === 100) {
      this.#output.write(`${text}\n`);
      this.#shown = percent;
    }
  }

  /** Says something without spoiling the bar. */
  say(text: string): void {
    this.end();
    this.#output.write(`${text}\n`);
  }

  /** Leaves the line of the bar. */
  end(): void {
    if (this.#open) {
      this.#output.write('\n');
      this.#open = false;
    }
  }
}

/** Whole per cent, 100 only when all is done. */
function percentOf({ offset, totalBytes }: ImportStatus): number {
  return totalBytes ? Math.floor((offset / totalBytes) * 100) : 100;
}

function whole(count: number): string {
  return count.toLocaleString('en-US');
}
