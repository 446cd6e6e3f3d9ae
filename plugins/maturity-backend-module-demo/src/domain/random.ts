/** A stream of numbers that its seed determines. */
export interface Random {
  /** Uniform in `[0, 1)`. */
  next(): number;
  /** Uniform whole number, both ends included. */
  integer(from: number, to: number): number;
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
}

/**
 * Makes a stream from a seed.
 *
 * @remarks
 *
 * The generator is mulberry32 (public domain): 32 bits of state, one
 * multiplication chain a number. Quality beyond "looks irregular" is not
 * needed, the same numbers on every platform are.
 *
 * @param seed - any whole number; its lower 32 bits count
 * @param name - separates streams of one seed, so that a story that grows does
 *   not change its neighbours
 */
export function createRandom(seed: number, name: string): Random {
  let state = mix(seed, name);
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  function integer(from: number, to: number): number {
    return from + Math.floor(next() * (to - from + 1));
  }
  function hex(digits: number): string {
    return Array.from({ length: digits }, () =>
      integer(0, 15).toString(16),
    ).join('');
  }
  return { next, integer, hex };
}

/** FNV-1a over the seed's bytes and the name's code units. */
function mix(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ (seed | 0);
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}
