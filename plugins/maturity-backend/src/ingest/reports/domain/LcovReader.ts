import { InputError } from '@backstage/errors';
import { FileTable } from './FileTable';
import { LcovFile } from './LcovFile';
import type { ReportContents, ReportReader, Share } from './ReportReader';
import { optionalShare, requireShare } from './requireShare';

/** A longer line no tool writes. */
const MAX_LINE = 1_000_000;

/** How lines of the format begin; anything else is another format. */
const RECORD = /^(?:[A-Z]{2,8}:|end_of_record$|#)/;

/**
 * Reads an lcov report, the format of `geninfo` and of nearly every tool for
 * JavaScript.
 *
 * @remarks
 *
 * Each file says how many lines it has and how many were hit (`LF`, `LH`). A
 * file that does not is counted by its lines (`DA`), and so is one that is told
 * of several times, as when reports of several test runs were put into one:
 * its lines are the same ones.
 */
export class LcovReader implements ReportReader {
  readonly #files = new FileTable(() => new LcovFile());
  #file: LcovFile | undefined;
  #rest = '';
  #line = 0;

  push(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop()!;
    lines.forEach(line => this.#readLine(line));
    if (this.#rest.length > MAX_LINE) {
      this.#fail('the line is too long for an lcov report', this.#line + 1);
    }
  }

  finish(): ReportContents {
    if (this.#rest !== '') {
      this.#readLine(this.#rest);
      this.#rest = '';
    }
    if (this.#file) {
      this.#fail('it ends inside of a file, without end_of_record');
    }
    const lines: Share = { part: 0, total: 0 };
    let branches: Share | undefined = { part: 0, total: 0 };
    for (const file of this.#files.all()) {
      add(lines, file.lines());
      const found = file.branches();
      branches = found && branches && add(branches, found);
    }
    return {
      share: requireShare(lines, 'lines'),
      branches: branches && optionalShare(branches, 'branches'),
    };
  }

  #readLine(text: string): void {
    this.#line += 1;
    const line = text.trim().replace(/^\uFEFF/, '');
    if (line === '') {
      return;
    }
    if (!RECORD.test(line)) {
      this.#fail(
        'it begins with no record of lcov, such as SF: or DA:; send the report to the format that it has',
      );
    }
    try {
      this.#readRecord(line);
    } catch (error) {
      this.#fail((error as Error).message);
    }
  }

  #readRecord(line: string): void {
    const colon = line.indexOf(':');
    const record = line.slice(0, colon < 0 ? line.length : colon);
    const value = line.slice(colon + 1);
    if (record === 'SF') {
      this.#file?.end();
      this.#file = this.#files.of(value);
      this.#file.begin();
    } else if (record === 'end_of_record') {
      this.#file?.end();
      this.#file = undefined;
    } else {
      this.#file?.read(record, value);
    }
  }

  #fail(reason: string, line = this.#line): never {
    throw new InputError(
      `The report cannot be read at line ${line}: ${reason}`,
    );
  }
}

function add(sum: Share, { part, total }: Share): Share {
  sum.part += part;
  sum.total += total;
  return sum;
}
