import { InputError } from '@backstage/errors';
import { countOf } from './countOf';
import { CoveredItems } from './CoveredItems';
import { FileTable } from './FileTable';
import type { ReportContents, Share } from './ReportReader';
import { optionalShare, requireShare } from './requireShare';
import type { XmlAttributes, XmlReport } from './XmlReader';

/**
 * Reads a Cobertura report.
 *
 * @remarks
 *
 * The root says how many lines there are and how many are covered; `line-rate`
 * is rounded and never used. Where it says no number, the lines are counted:
 * each line of a file once, though its method and several classes may list it.
 */
export class CoberturaReader implements XmlReport {
  readonly title = 'Cobertura';
  readonly roots = ['coverage'];
  readonly #files = new FileTable(() => new CoveredItems());
  #root: Partial<Share> = {};
  #branches: Partial<Share> = {};
  #lines: CoveredItems | undefined;

  open(
    name: string,
    attributes: XmlAttributes,
    parents: readonly string[],
  ): void {
    if (parents.length === 0) {
      this.#root = shareOf(attributes, 'lines');
      this.#branches = shareOf(attributes, 'branches');
    }
    if (this.#root.total) {
      return;
    }
    if (name === 'class') {
      this.#lines = this.#files.of(attributes.filename ?? attributes.name);
    } else if (name === 'line' && parents[parents.length - 1] === 'lines') {
      this.#addLine(attributes);
    }
  }

  close(name: string): void {
    if (name === 'class') {
      this.#lines?.compact();
      this.#lines = undefined;
    }
  }

  finish(): ReportContents {
    let share: Share = { part: 0, total: 0 };
    if (this.#root.total) {
      share = { part: this.#root.part ?? 0, total: this.#root.total };
    } else {
      for (const lines of this.#files.all()) {
        const { part, total } = lines.count();
        share = { part: share.part + part, total: share.total + total };
      }
    }
    return {
      share: requireShare(share, 'lines'),
      branches: optionalShare(this.#branches, 'branches'),
    };
  }

  #addLine(attributes: XmlAttributes): void {
    const number = countOf(attributes, 'number');
    const { hits = '' } = attributes;
    // A loop may have been hit more often than a number can count.
    if (!this.#lines || number === undefined || !/^\d+$/.test(hits)) {
      throw new InputError(
        'a line lacks its number or its hits, or stands outside of a class',
      );
    }
    this.#lines.add(number, /[1-9]/.test(hits));
  }
}

/** The covered and the valid ones of a kind; none unless both are said. */
function shareOf(
  attributes: XmlAttributes,
  what: 'lines' | 'branches',
): Partial<Share> {
  const part = countOf(attributes, `${what}-covered`);
  const total = countOf(attributes, `${what}-valid`);
  return part === undefined || total === undefined ? {} : { part, total };
}
