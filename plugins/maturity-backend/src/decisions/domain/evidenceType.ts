import type { EvidenceMediaType } from '@devops-scorecards/plugin-maturity-common';

const SIGNATURES: [EvidenceMediaType, readonly number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** Control characters other than tab, line feed and carriage return. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * What a document is, by its own bytes; whatever its sender calls it.
 *
 * @returns `undefined` when it is none of the types that can be uploaded
 */
export function evidenceType(
  content: Uint8Array,
): EvidenceMediaType | undefined {
  const found = SIGNATURES.find(([, bytes]) =>
    bytes.every((byte, index) => content[index] === byte),
  );
  if (found) {
    return found[0];
  }
  return content.length > 0 && isPlainText(content) ? 'text/plain' : undefined;
}

function isPlainText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !CONTROLS.test(text);
  } catch {
    return false;
  }
}
