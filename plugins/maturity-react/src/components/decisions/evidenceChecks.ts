import {
  MAX_EVIDENCE_BYTES,
  type EvidenceMediaType,
} from '@devops-scorecards/plugin-maturity-common';
import { formatNumber } from '../../format';
import type { Texts } from '../../language';

const MEDIA_TYPES: readonly EvidenceMediaType[] = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/plain',
];

/** What a file chooser offers. */
export const ACCEPTED = MEDIA_TYPES.join(',');

/** The largest upload, in MB. */
export const LIMIT_MB = MAX_EVIDENCE_BYTES / 1024 / 1024;

/** The media type of a file where it can be uploaded. */
export function mediaTypeOf(file: {
  type: string;
}): EvidenceMediaType | undefined {
  return MEDIA_TYPES.find(type => type === file.type);
}

/** Why a file cannot be uploaded, before it is sent; undefined where it can. */
export function fileProblem(
  file: { name: string; size: number; type: string },
  texts: Texts,
): string | undefined {
  const { t } = texts;
  const { name, size } = file;
  if (!mediaTypeOf(file)) {
    return t('evidenceForm.wrongType', { name });
  }
  if (size === 0) {
    return t('evidenceForm.empty', { name });
  }
  return size > MAX_EVIDENCE_BYTES
    ? t('evidenceForm.tooLarge', {
        name,
        size: formatNumber({ value: size / 1024 / 1024, texts, digits: 2 }),
        limit: String(LIMIT_MB),
      })
    : undefined;
}
