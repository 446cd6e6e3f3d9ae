/**
 * Shows what is going on, a line a step. On a terminal the line of the running
 * step is redrawn in place with the seconds that it has taken; elsewhere a line
 * is written when a step ends, and when a longer one begins.
 */
export class Progress {
  #stream;
  #live;
  #running;

  /** @param {{ stream?: NodeJS.WriteStream, live?: boolean }} [options] */
  constructor({ stream = process.stdout, live = stream.isTTY === true } = {}) {
    this.#stream = stream;
    this.#live = live;
  }

  /**
   * Runs a step and shows how it ended.
   *
   * @template T
   * @param {string} label - what is being done
   * @param {(report: (label: string) => void) => Promise<T>} work - calls
   * `report` to say in other words what is being done, or what was done
   * @param {{ long?: string }} [options] - `long` says beforehand how long it
   * may take
   * @returns {Promise<T>}
   */
  async step(label, work, { long } = {}) {
    const step = { label, startedAt: Date.now() };
    this.#running = step;
    if (this.#live) {
      this.#draw();
    } else if (long) {
      this.#stream.write(`  … ${label} (${long})\n`);
    }
    const timer = this.#live
      ? setInterval(() => this.#draw(), 1000)
      : undefined;
    try {
      const result = await work(next => {
        if (step.label !== next) {
          step.label = next;
          this.#draw();
        }
      });
      this.#end('✓', step);
      return result;
    } catch (error) {
      this.#end('✗', step);
      throw error;
    } finally {
      clearInterval(timer);
      this.#running = undefined;
    }
  }

  /** Writes a line of its own, above that of the running step. */
  say(line) {
    if (this.#live && this.#running) {
      this.#stream.write('\r\x1b[2K');
    }
    this.#stream.write(`${line}\n`);
    this.#draw();
  }

  #draw() {
    if (this.#live && this.#running) {
      const { label, startedAt } = this.#running;
      const seconds = Math.floor((Date.now() - startedAt) / 1000);
      const time = seconds > 0 ? `  ${seconds} s` : '';
      const width = (this.#stream.columns || 80) - 1;
      this.#stream.write(`\r\x1b[2K${`  … ${label}${time}`.slice(0, width)}`);
    }
  }

  #end(sign, { label, startedAt }) {
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    this.#stream.write(
      `${this.#live ? '\r\x1b[2K' : ''}  ${sign} ${label}  ${seconds} s\n`,
    );
  }
}
