/**
 * The database failed and not the producer: no stream is to blame, and none
 * can be tried until it is back.
 */
export class StorageError extends Error {
  constructor(cause: unknown) {
    super('What was pulled could not be stored', { cause });
    this.name = 'StorageError';
  }
}

/** Tells failures of the database from those of a producer. */
export async function storing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StorageError(error);
  }
}
