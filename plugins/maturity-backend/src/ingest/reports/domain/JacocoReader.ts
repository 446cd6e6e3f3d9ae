import { InputError } from '@backstage/errors';
import { countOf } from './countOf';
import type { ReportContents, Share } from './ReportReader';
import { optionalShare, requireShare } from './requireShare';
import type { XmlAttributes, XmlReport } from './XmlReader';

/**
 * Reads the counters of a JaCoCo report.
 *
 * @remarks
 *
 * Groups, packages, classes and methods have counters too, each the sum of those
 * inside it, so only those directly below the report count.
 */
export class JacocoReader implements XmlReport {
  readonly title = 'JaCoCo';
  readonly roots = ['report'];
  readonly #counters = new Map<string, Share>();

  open(
    name: string,
    attributes: XmlAttributes,
    parents: readonly string[],
  ): void {
    if (name !== 'counter' || parents.length !== 1) {
      return;
    }
    const missed = countOf(attributes, 'missed');
    const covered = countOf(attributes, 'covered');
    if (missed === undefined || covered === undefined) {
      throw new InputError('a counter lacks missed or covered');
    }
    this.#counters.set(attributes.type, {
      part: covered,
      total: missed + covered,
    });
  }

  finish(): ReportContents {
    const lines = this.#counters.get('LINE');
    if (!lines) {
      throw new InputError(
        'The report has no counter of type LINE: have the classes compiled with debug information (-g), which lines are counted by',
      );
    }
    return {
      share: requireShare(lines, 'lines'),
      branches: optionalShare(this.#counters.get('BRANCH') ?? {}, 'branches'),
    };
  }
}
