import { InputError } from '@backstage/errors';
import type { EvidenceItem } from '@devops-scorecards/plugin-maturity-common';
import { checkText } from './checkText';

/** Most documents behind one decision. */
const MAX_ITEMS = 20;

const TITLE_LENGTH = 200;
const URL_LENGTH = 2_048;
const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Checks the documents that a person names.
 *
 * @remarks
 *
 * An item without `url` is an upload; its type and size are not taken from
 * the caller but from what is stored under its hash.
 *
 * @param options - `atLeast`: how many documents it takes
 * @returns the items, of uploads only title and hash
 * @throws InputError that says which item to change and how
 */
export function checkEvidence(
  evidence: readonly EvidenceItem[] | undefined,
  options: { atLeast: number },
): EvidenceItem[] {
  const items = evidence ?? [];
  if (items.length < options.atLeast) {
    throw new InputError(
      'There is no evidence: name at least one document, by its address or as an upload',
    );
  }
  if (items.length > MAX_ITEMS) {
    throw new InputError(
      `There are ${items.length} pieces of evidence: name the ${MAX_ITEMS} that say most`,
    );
  }
  const checked = items.map(checkItem);
  const uploads = checked.flatMap(item =>
    item.url === undefined ? item.sha256 ?? [] : [],
  );
  if (new Set(uploads).size < uploads.length) {
    throw new InputError('An upload is named twice: name it once');
  }
  return checked;
}

function checkItem(item: EvidenceItem, index: number): EvidenceItem {
  const what = `of evidence ${index + 1}`;
  const title = checkText(item.title, {
    what: `The title ${what}`,
    maxLength: TITLE_LENGTH,
  });
  const { url, sha256 } = item;
  if (sha256 !== undefined && !SHA256.test(sha256)) {
    throw new InputError(
      `The hash ${what} is no SHA-256: write 64 hexadecimal digits in lower case`,
    );
  }
  if (url === undefined && sha256 === undefined) {
    throw new InputError(
      `Neither the address nor the upload ${what} is given: name one of them`,
    );
  }
  return {
    title,
    ...(url !== undefined && { url: checkUrl(url, what) }),
    ...(sha256 !== undefined && { sha256 }),
  };
}

function checkUrl(text: string, what: string): string {
  const url = checkText(text, {
    what: `The address ${what}`,
    maxLength: URL_LENGTH,
  });
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new InputError(
      `The address ${what} is none: write it whole, for example https://wiki.example.net/report`,
    );
  }
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') {
    throw new InputError(
      `The address ${what} begins with ${parsed.protocol}: only https: and http: can be opened from the page`,
    );
  }
  if (parsed.username || parsed.password) {
    throw new InputError(
      `The address ${what} has a user name or a password in it: remove it`,
    );
  }
  // As a browser reads it, so that what was checked is what is opened.
  return parsed.href;
}
