import {
  formatNumber,
  type Texts,
} from '@devops-scorecards/plugin-maturity-react';

const MEGABYTE = 1_000_000;

/** A number of bytes as megabytes, with as many digits as say something. */
export function megabytes(bytes: number, texts: Texts): string {
  return formatNumber({
    value: bytes / MEGABYTE,
    texts,
    digits: bytes < MEGABYTE ? 3 : 1,
  });
}
