import { CoveredItems } from './CoveredItems';
import type { Share } from './ReportReader';

/** Most blocks of a line and branches of a block, so that a number names one. */
const MAX_PER_LEVEL = 2 ** 14;
const MAX_LINE_NUMBER = 2 ** 24;

/** Lines or branches of a file: as its sections sum them up, and one by one. */
interface Counted {
  items: CoveredItems;
  hasItems: boolean;
  /** Of the section at hand. */
  found?: number;
  hit?: number;
  /** The largest sums of a section. */
  sums?: Share;
  /** True when some items have names that no number stands for. */
  nameless: boolean;
}

/** What an lcov report says of one file. Throws what is wrong with a record. */
export class LcovFile {
  readonly #lines = counted();
  readonly #branches = counted();
  #sections = 0;

  begin(): void {
    this.#sections += 1;
  }

  read(record: string, value: string): void {
    switch (record) {
      case 'DA':
        this.#addLine(value);
        break;
      case 'BRDA':
        this.#addBranch(value);
        break;
      case 'LF':
        this.#lines.found = sumOf(record, value);
        break;
      case 'LH':
        this.#lines.hit = sumOf(record, value);
        break;
      case 'BRF':
        this.#branches.found = sumOf(record, value);
        break;
      case 'BRH':
        this.#branches.hit = sumOf(record, value);
        break;
      default:
    }
  }

  end(): void {
    closeSection(this.#lines, 'LH', 'LF');
    closeSection(this.#branches, 'BRH', 'BRF');
  }

  lines(): Share {
    return this.#share(this.#lines) ?? { part: 0, total: 0 };
  }

  /** `undefined` where the branches of several sections cannot be told apart. */
  branches(): Share | undefined {
    return this.#share(this.#branches);
  }

  /** What a section sums up; of several sections the items, each once. */
  #share({ items, hasItems, nameless, sums }: Counted): Share | undefined {
    if (sums && (this.#sections === 1 || !(hasItems || nameless))) {
      return sums;
    }
    return nameless ? undefined : items.count();
  }

  #addLine(value: string): void {
    const [, line, hits] = /^(\d{1,15}),(-?\d+)(?:,.*)?$/.exec(value) ?? [];
    if (line === undefined) {
      throw new Error(
        'DA must be the number of a line and how often it was hit',
      );
    }
    this.#lines.hasItems = true;
    // geninfo writes negative counts where it knows them to be wrong.
    this.#lines.items.add(Number(line), isHit(hits));
  }

  #addBranch(value: string): void {
    const [, line, rest, taken] =
      /^(\d{1,15}),(.*,.*),(-|-?\d+)$/.exec(value) ?? [];
    if (line === undefined) {
      throw new Error(
        'BRDA must be a line, a block, a branch and how often it was taken',
      );
    }
    const [, block, branch] = /^(\d{1,5}),(\d{1,5})$/.exec(rest) ?? [];
    const number = branchNumber(Number(line), Number(block), Number(branch));
    if (number === undefined) {
      this.#branches.nameless = true;
      return;
    }
    this.#branches.hasItems = true;
    this.#branches.items.add(number, taken !== '-' && isHit(taken));
  }
}

function counted(): Counted {
  return { items: new CoveredItems(), hasItems: false, nameless: false };
}

function isHit(count: string): boolean {
  return !count.startsWith('-') && /[1-9]/.test(count);
}

function branchNumber(
  line: number,
  block: number,
  branch: number,
): number | undefined {
  return line < MAX_LINE_NUMBER &&
    block < MAX_PER_LEVEL &&
    branch < MAX_PER_LEVEL
    ? (line * MAX_PER_LEVEL + block) * MAX_PER_LEVEL + branch
    : undefined;
}

function sumOf(record: string, value: string): number {
  if (!/^\d{1,15}$/.test(value)) {
    throw new Error(`${record} must be a whole number from 0`);
  }
  return Number(value);
}

/**
 * Takes over what a section of the file sums up. Of several sections without
 * lines the largest sums stand: the same lines are not counted twice.
 */
function closeSection(of: Counted, hitName: string, foundName: string): void {
  const { found, hit, sums } = of;
  of.items.compact();
  of.found = undefined;
  of.hit = undefined;
  if (found === undefined || hit === undefined) {
    return;
  }
  if (hit > found) {
    throw new Error(
      `${hitName} is ${hit} and ${foundName} is ${found}: more is hit than there is`,
    );
  }
  of.sums = {
    part: Math.max(hit, sums?.part ?? 0),
    total: Math.max(found, sums?.total ?? 0),
  };
}
