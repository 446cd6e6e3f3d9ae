const OFFSET = 14695981039346656037n;
const PRIME = 1099511628211n;
const MASK = (1n << 64n) - 1n;

/** Between names and values; no byte of UTF-8 is like it. */
const SEPARATOR = 255;

/**
 * The fingerprint of a set of labels, as Alertmanager computes it: FNV-1a over
 * names and values, sorted by name, as 16 hex digits.
 *
 * @remarks
 *
 * For senders that leave it out. Where a fingerprint is sent it counts, because
 * Grafana computes it over labels that it does not show.
 *
 * @see https://github.com/prometheus/common/blob/main/model/signature.go
 */
export function fingerprintOf(
  labels: Readonly<Record<string, string>>,
): string {
  const encoder = new TextEncoder();
  let sum = OFFSET;
  const add = (byte: number) => {
    sum = ((sum ^ BigInt(byte)) * PRIME) & MASK;
  };
  for (const name of Object.keys(labels).sort()) {
    for (const text of [name, labels[name]]) {
      encoder.encode(text).forEach(add);
      add(SEPARATOR);
    }
  }
  return sum.toString(16).padStart(16, '0');
}
