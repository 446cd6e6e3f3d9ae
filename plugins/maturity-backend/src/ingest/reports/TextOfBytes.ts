import { DeliveryRefusedError } from '../DeliveryRefusedError';
import { ENCODING_TOLD_IN, encodingOf } from './domain/encodingOf';

/** Makes text of bytes as they arrive, in the encoding that they begin with. */
export class TextOfBytes {
  #start: Buffer = Buffer.alloc(0);
  #decoder: TextDecoder | undefined;

  /** @throws DeliveryRefusedError for bytes that are no text */
  push(bytes: Buffer): string {
    if (this.#decoder) {
      return this.#decode(bytes);
    }
    this.#start = Buffer.concat([this.#start, bytes]);
    return this.#start.length < ENCODING_TOLD_IN ? '' : this.#begin();
  }

  /** @throws DeliveryRefusedError where the last character is cut off */
  finish(): string {
    const start = this.#decoder ? '' : this.#begin();
    return start + this.#decode();
  }

  #begin(): string {
    const start = this.#start;
    this.#start = Buffer.alloc(0);
    if (start[0] === 0x1f && start[1] === 0x8b) {
      throw new DeliveryRefusedError({
        code: 415,
        message:
          'The report is packed with gzip: send it with Content-Encoding: gzip',
      });
    }
    const encoding = encodingOf(start);
    try {
      this.#decoder = new TextDecoder(encoding, { fatal: true });
    } catch {
      throw new DeliveryRefusedError({
        code: 415,
        message: `The report says that its encoding is ${encoding}, which is not known: write it as UTF-8`,
      });
    }
    return this.#decode(start);
  }

  #decode(bytes?: Buffer): string {
    const decoder = this.#decoder!;
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new DeliveryRefusedError({
        code: 400,
        message: `The report is no text in ${decoder.encoding}: write it as UTF-8, or say its encoding in its first line`,
      });
    }
  }
}
