const LINE_END = 0x0a;

/** A whole line of a file. */
export interface TakenLine {
  /** Its bytes without the line end; absent where it is too long. */
  bytes?: Uint8Array;
  /** Where the file goes on behind it, in bytes from the begin of the piece. */
  end: number;
}

/** What could be taken of a piece of a file. */
export interface TakenLines {
  lines: TakenLine[];
  /** Bytes that are done with; the next piece begins there. */
  taken: number;
  /** Whether that is inside of a line that is too long. */
  skipping: boolean;
}

/**
 * Cuts a piece of a file into lines.
 *
 * @remarks
 *
 * What a file gives does not depend on the pieces in which it is sent: a line
 * that is not whole waits for the next piece, and one that is too long is left
 * out wherever the pieces cut it. A piece as large as the longest line always
 * leads on.
 *
 * @param options - `skipping`: as the piece before said; `last`: the file ends
 *   with the piece; `maxLine`: most bytes of a line, its line end included
 */
export function takeLines(
  piece: Uint8Array,
  options: { skipping: boolean; last: boolean; maxLine: number },
): TakenLines {
  const { last, maxLine } = options;
  const lines: TakenLine[] = [];
  let at = 0;
  if (options.skipping) {
    const end = piece.indexOf(LINE_END);
    if (end < 0) {
      return { lines, taken: piece.length, skipping: !last };
    }
    at = end + 1;
  }
  for (;;) {
    const found = piece.indexOf(LINE_END, at);
    if (found < 0) {
      break;
    }
    const end = found + 1;
    lines.push({
      bytes: end - at > maxLine ? undefined : piece.subarray(at, found),
      end,
    });
    at = end;
  }
  const rest = piece.length - at;
  if (rest >= maxLine) {
    // Even a line end as the next byte would come too late.
    lines.push({ end: piece.length });
    return { lines, taken: piece.length, skipping: !last };
  }
  if (last && rest > 0) {
    lines.push({ bytes: piece.subarray(at), end: piece.length });
    at = piece.length;
  }
  return { lines, taken: at, skipping: false };
}
