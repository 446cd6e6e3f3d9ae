import { InputError } from '@backstage/errors';
import { countOf } from './countOf';
import type { ReportContents } from './ReportReader';
import { optionalShare, requireShare } from './requireShare';
import type { XmlAttributes, XmlReport } from './XmlReader';

/**
 * Reads the metrics of the project of a Clover report.
 *
 * @remarks
 *
 * Statements are what Clover has of lines. Its own total percentage mixes them
 * with conditionals and methods (`elements`), which no other tool does, so the
 * readings of two services could not be compared by it.
 */
export class CloverReader implements XmlReport {
  readonly title = 'Clover';
  readonly roots = ['coverage'];
  readonly #totals = new Map<string, number>();

  open(
    name: string,
    attributes: XmlAttributes,
    parents: readonly string[],
  ): void {
    if (
      name !== 'metrics' ||
      parents.length !== 2 ||
      parents[1] !== 'project'
    ) {
      return;
    }
    for (const counter of [
      'statements',
      'coveredstatements',
      'conditionals',
      'coveredconditionals',
    ]) {
      const count = countOf(attributes, counter);
      if (count !== undefined) {
        this.#totals.set(counter, (this.#totals.get(counter) ?? 0) + count);
      }
    }
  }

  finish(): ReportContents {
    const part = this.#totals.get('coveredstatements');
    const total = this.#totals.get('statements');
    if (part === undefined || total === undefined) {
      throw new InputError(
        'The report has no metrics of its project with statements and coveredstatements: send a Clover report, or the format that it is',
      );
    }
    return {
      share: requireShare({ part, total }, 'statements'),
      branches: optionalShare(
        {
          part: this.#totals.get('coveredconditionals'),
          total: this.#totals.get('conditionals'),
        },
        'conditionals',
      ),
    };
  }
}
