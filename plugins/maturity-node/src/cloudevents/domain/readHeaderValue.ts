import { accept, type Result, refuse } from '../../domain/result';

const PERCENT = /%([0-9A-Fa-f]{2})|%/g;

/**
 * Decodes the value of a `ce-` header as section 3.1.3.2 of the CloudEvents
 * HTTP binding asks for: unquote a double-quoted value, percent-decode exactly
 * once, refuse bytes that are not UTF-8.
 *
 * @param raw - the header's value as HTTP delivered it
 * @param header - its name, for the message
 */
export function readHeaderValue(raw: string, header: string): Result<string> {
  const trimmed = raw.trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"$/s.exec(trimmed);
  const value = quoted ? quoted[1].replace(/\\(.)/gs, '$1') : trimmed;
  if (!/^[\x20-\x7e]*$/.test(value)) {
    return refuse(
      400,
      `Header ${header} holds characters outside printable ASCII: percent-encode them as UTF-8, for example "€" as %E2%82%AC`,
    );
  }
  const bytes: number[] = [];
  let end = 0;
  for (const match of value.matchAll(PERCENT)) {
    if (match[1] === undefined) {
      return refuse(
        400,
        `Header ${header} holds a percent sign without two hex digits: write a percent sign as %25`,
      );
    }
    pushAscii(bytes, value.slice(end, match.index));
    bytes.push(parseInt(match[1], 16));
    end = match.index + match[0].length;
  }
  pushAscii(bytes, value.slice(end));
  try {
    return accept(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
        Uint8Array.from(bytes),
      ),
    );
  } catch {
    return refuse(
      400,
      `Header ${header} does not percent-decode to UTF-8: encode the shortest UTF-8 form of each character`,
    );
  }
}

function pushAscii(bytes: number[], text: string): void {
  for (let i = 0; i < text.length; i += 1) {
    bytes.push(text.charCodeAt(i));
  }
}
