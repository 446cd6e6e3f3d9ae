import { InputError } from '@backstage/errors';

/** More files than this no repository has. */
const MAX_FILES = 250_000;

/** What is known of the files of a report by their names. */
export class FileTable<T> {
  readonly #files = new Map<string, T>();
  readonly #create: () => T;

  /** @param create - what is known of a file before anything is */
  constructor(create: () => T) {
    this.#create = create;
  }

  /** @throws InputError for more files than there can be */
  of(name: string): T {
    const known = this.#files.get(name);
    if (known !== undefined) {
      return known;
    }
    if (this.#files.size >= MAX_FILES) {
      throw new InputError(
        `there are more than ${MAX_FILES} files: send a report for each service`,
      );
    }
    const file = this.#create();
    // A copy: a piece of a longer text would keep all of that in memory.
    this.#files.set(` ${name}`.slice(1), file);
    return file;
  }

  all(): Iterable<T> {
    return this.#files.values();
  }
}
