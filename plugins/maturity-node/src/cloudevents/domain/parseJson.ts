import { accept, type Result, refuse } from '../../domain/result';

/**
 * Parses UTF-8 JSON. The engine's parser does not recurse, so nesting is
 * checked on the value afterwards, event by event: then one event that is too
 * deep does not refuse the rest of its batch.
 *
 * @param what - the body's name in the message
 */
export function parseJson(bytes: Uint8Array, what: string): Result<unknown> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(400, `${what} is not UTF-8: send UTF-8 encoded JSON`);
  }
  if (text.trim() === '') {
    return refuse(400, `${what} is empty: send JSON`);
  }
  try {
    return accept(JSON.parse(text) as unknown);
  } catch (error) {
    // The parser's own message quotes the body, which must not be echoed.
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    return refuse(
      400,
      `${what} is not JSON${position ? `: look at character ${position}` : ''}`,
    );
  }
}
