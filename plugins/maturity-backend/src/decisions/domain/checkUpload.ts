import { InputError } from '@backstage/errors';
import {
  MAX_EVIDENCE_BYTES,
  type EvidenceMediaType,
} from '@devops-scorecards/plugin-maturity-common';
import { evidenceType } from './evidenceType';

const MEDIA_TYPES: readonly EvidenceMediaType[] = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/plain',
];

/**
 * Checks that an upload is what it says it is.
 *
 * @param upload - `contentType`: header, parameters such as a charset included
 * @throws InputError when it is empty, too large, of another type or not of
 *   the type that was announced
 */
export function checkUpload(upload: {
  contentType: string | undefined;
  content: Uint8Array;
}): EvidenceMediaType {
  const { contentType = '', content } = upload;
  if (content.length === 0) {
    throw new InputError('The upload is empty: send the bytes of the document');
  }
  if (content.length > MAX_EVIDENCE_BYTES) {
    throw new InputError(
      `The upload has ${content.length} bytes: send at most ${MAX_EVIDENCE_BYTES}`,
    );
  }
  const announced = contentType.split(';')[0].trim().toLocaleLowerCase('en-US');
  const allowed = MEDIA_TYPES.find(type => type === announced);
  if (!allowed) {
    throw new InputError(
      `Documents of type '${announced}' are not taken: send one of ${MEDIA_TYPES.join(
        ', ',
      )}`,
    );
  }
  const actual = evidenceType(content);
  if (actual !== allowed) {
    throw new InputError(
      `The upload is announced as ${allowed} but its bytes ${
        actual ? `are ${actual}` : 'are of another type'
      }: send the document as it is, a text in UTF-8`,
    );
  }
  return allowed;
}
