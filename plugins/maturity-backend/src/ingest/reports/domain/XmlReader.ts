import { InputError } from '@backstage/errors';
import { SaxesParser } from 'saxes';
import { MarkupFilter } from './MarkupFilter';
import type { ReportContents, ReportReader } from './ReportReader';

/** Attributes of an element by name. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What counts the elements of one format. */
export interface XmlReport {
  /** Names that the root element may have. */
  readonly roots: readonly string[];
  /** What such a report is called, for messages. */
  readonly title: string;
  /**
   * @param parents - names of the elements around it, the root first
   * @throws InputError where an attribute cannot be what it says
   */
  open(
    name: string,
    attributes: XmlAttributes,
    parents: readonly string[],
  ): void;
  close?(name: string): void;
  finish(): ReportContents;
}

/** Nested deeper than this no tool writes. */
const MAX_DEPTH = 100;

/** More attributes than this no element of a report has. */
const MAX_ATTRIBUTES = 100;

/**
 * Reads XML as it arrives.
 *
 * @remarks
 *
 * A DOCTYPE is tolerated, because JaCoCo writes one, and means nothing: nothing
 * outside of the document is ever read, and an entity that it declares refuses
 * the report, so that a few bytes cannot become gigabytes. Texts are skipped
 * without being held.
 */
export class XmlReader implements ReportReader {
  readonly #report: XmlReport;
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #filter = new MarkupFilter();
  readonly #parents: string[] = [];
  #attributes = 0;

  constructor(report: XmlReport) {
    this.#report = report;
    const parser = this.#parser;
    parser.on('doctype', doctype => this.#checkDoctype(doctype));
    parser.on('opentagstart', ({ name }) => this.#begin(name));
    parser.on('attribute', () => this.#countAttribute());
    parser.on('opentag', ({ name, attributes }) => {
      this.#report.open(name, attributes, this.#parents);
      this.#parents.push(name);
    });
    parser.on('closetag', ({ name }) => {
      this.#parents.pop();
      this.#report.close?.(name);
    });
  }

  push(text: string): void {
    this.#read(() => this.#parser.write(this.#filter.push(text)));
  }

  finish(): ReportContents {
    this.#read(() => {
      this.#parser.write(this.#filter.finish());
      this.#parser.close();
    });
    return this.#report.finish();
  }

  #begin(name: string): void {
    const { roots, title } = this.#report;
    this.#attributes = 0;
    if (this.#parents.length === 0 && !roots.includes(name)) {
      throw new InputError(
        `the root element is <${name.slice(0, 64)}>, that of ${title} is ${roots
          .map(root => `<${root}>`)
          .join(' or ')}: send the report to the format that it has`,
      );
    }
    if (this.#parents.length >= MAX_DEPTH) {
      throw new InputError(
        `elements are nested more than ${MAX_DEPTH} deep: no report is`,
      );
    }
  }

  #countAttribute(): void {
    this.#attributes += 1;
    if (this.#attributes > MAX_ATTRIBUTES) {
      throw new InputError(
        `an element has more than ${MAX_ATTRIBUTES} attributes: no report has`,
      );
    }
  }

  #checkDoctype(doctype: string): void {
    if (/<!\s*ENTITY/i.test(doctype)) {
      throw new InputError(
        'the DOCTYPE declares entities: write the report without them',
      );
    }
  }

  /** Says of everything that goes wrong where it did. */
  #read(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw new InputError(
        `The report cannot be read at line ${this.#parser.line}: ${reasonOf(
          error,
        )}`,
      );
    }
  }
}

/** What saxes says begins with the position, which is said already. */
function reasonOf(error: unknown): string {
  return (error as Error).message.replace(/^\d+:\d+: /, '').slice(0, 300);
}
