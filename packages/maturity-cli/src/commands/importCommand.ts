import { open, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type {
  ImportFormat,
  ImportStatus,
} from '@devops-scorecards/plugin-maturity-common';
import { EXIT } from '../exitCodes';
import { hashFile } from '../imports/hashFile';
import { Progress } from '../imports/Progress';
import { readRefusals } from '../imports/readRefusals';
import { sendFile } from '../imports/sendFile';
import { connect } from '../Portal';
import { printable } from '../printable';
import { CONNECTION_OPTIONS, readArguments } from '../readArguments';
import type { Output, Surroundings } from '../Surroundings';
import { UsageError } from '../UsageError';

/** Refused lines that are shown; a report has all. */
const SHOWN = 10;

/** `maturity import`: brings in a file of history. */
export async function importCommand(
  surroundings: Surroundings,
): Promise<number> {
  const { stdout, stderr, signal } = surroundings;
  const { values, positionals } = readArguments(surroundings.args, {
    ...CONNECTION_OPTIONS,
    source: { type: 'string' },
    format: { type: 'string' },
    name: { type: 'string' },
    report: { type: 'string' },
    abort: { type: 'boolean' },
  });
  if (positionals.length !== 1) {
    throw new UsageError('Say one file to import');
  }
  const [file] = positionals;
  const format = formatOf(values.format, file);
  const { client } = connect(values, surroundings);
  const { size } = await stat(file);
  if (size === 0) {
    throw new UsageError(`${file} is empty: there is nothing to import`);
  }
  let status = await client.createImport({
    name: values.name ?? path.basename(file),
    source: values.source,
    format,
    totalBytes: size,
    sha256: await hashFile(file, signal),
  });
  if (values.abort) {
    status = await client.finishImport({ id: status.id, step: 'abort' });
    stdout.write(`${summaryOf(status)}\n`);
    return EXIT.ok;
  }
  if (status.offset > 0) {
    stderr.write(`Going on at byte ${status.offset} of ${size}.\n`);
  }
  const progress = new Progress({ output: stderr, status });
  const handle = await open(file);
  try {
    status = await sendFile({
      client,
      handle,
      status,
      signal,
      onProgress: now => progress.show(now),
      onRetry: reason => progress.say(reason),
    });
  } catch (error) {
    if (signal.aborted) {
      progress.end();
      stderr.write(
        'Interrupted. The same command goes on from here; with --abort it is given up.\n',
      );
      return EXIT.interrupted;
    }
    throw error;
  } finally {
    progress.end();
    await handle.close();
  }
  status = await client.finishImport({ id: status.id, step: 'complete' });
  stdout.write(`${summaryOf(status)}\n`);
  if (values.report || status.refused > 0) {
    const refusals = await readRefusals(client, status, {
      limit: values.report ? undefined : SHOWN,
      signal,
    });
    if (values.report) {
      await writeFile(
        values.report,
        refusals.map(refusal => `${JSON.stringify(refusal)}\n`).join(''),
      );
    }
    showRefusals(stderr, status, refusals.slice(0, SHOWN), values.report);
  }
  return status.refused > 0 ? EXIT.refused : EXIT.ok;
}

function formatOf(said: string | undefined, file: string): ImportFormat {
  const ending = path.extname(file).toLowerCase();
  const format =
    said ?? { '.csv': 'csv', '.ndjson': 'ndjson', '.jsonl': 'ndjson' }[ending];
  if (format !== 'csv' && format !== 'ndjson') {
    throw new UsageError(
      ending === '.gz'
        ? 'Unpack the file first: pieces of it are sent, which a packed file has not'
        : 'Say the format: --format ndjson or csv',
    );
  }
  return format;
}

function summaryOf(status: ImportStatus): string {
  const { name, state, lines, stored, duplicates, refused, unmapped } = status;
  const whole = (count: number) => count.toLocaleString('en-US');
  return [
    `${name} ${state === 'complete' ? 'is imported' : `is ${state}`}`,
    `${whole(lines)} lines`,
    `${whole(stored)} new`,
    `${whole(duplicates)} known before`,
    `${whole(refused)} refused`,
    ...(unmapped > 0
      ? [`${whole(unmapped)} that no entity of the catalog answers to yet`]
      : []),
  ].join(', ');
}

function showRefusals(
  output: Output,
  { refused }: ImportStatus,
  shown: readonly { line: number; message: string }[],
  report: string | undefined,
): void {
  for (const { line, message } of shown) {
    output.write(`  line ${line}: ${printable(message)}\n`);
  }
  if (refused > shown.length) {
    output.write(
      report
        ? `  and ${refused - shown.length} more, see ${report}\n`
        : `  and ${
            refused - shown.length
          } more; --report <file> writes them all\n`,
    );
  }
}
