import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { connect } from '../Portal';
import { printDelivery } from '../printDelivery';
import {
  CONNECTION_OPTIONS,
  READING_OPTIONS,
  readArguments,
  readingOf,
} from '../readArguments';
import type { Surroundings } from '../Surroundings';
import { UsageError } from '../UsageError';

const FORMATS = ['junit', 'lcov', 'cobertura', 'jacoco', 'clover'];

/** `maturity upload`: uploads reports of tests or coverage. */
export async function uploadCommand(
  surroundings: Surroundings,
): Promise<number> {
  const { values, positionals } = readArguments(surroundings.args, {
    ...READING_OPTIONS,
    ...CONNECTION_OPTIONS,
  });
  const [format, ...files] = positionals;
  if (!FORMATS.includes(format)) {
    throw new UsageError(`Say the format first: ${FORMATS.join(', ')}`);
  }
  if (files.length === 0) {
    throw new UsageError('Say which file to upload');
  }
  if (files.length > 1 && format !== 'junit') {
    throw new UsageError(
      `Only one report of ${format} can be uploaded: the latest reading counts, so have the tool merge them first`,
    );
  }
  const portal = connect(values, surroundings);
  const query = readingOf(values);
  let code = 0;
  for (const file of files) {
    const { size } = await stat(file);
    const packed = file.endsWith('.gz');
    const answer = await portal.deliver({
      path: `/v1/reports/${format}`,
      query:
        query.id && files.length > 1
          ? { ...query, id: `${query.id}/${path.basename(file)}` }
          : query,
      headers: {
        'Content-Type': format === 'lcov' ? 'text/plain' : 'application/xml',
        'Content-Length': String(size),
        ...(packed && { 'Content-Encoding': 'gzip' }),
      },
      body: Readable.toWeb(createReadStream(file)) as BodyInit,
      signal: surroundings.signal,
    });
    code = Math.max(
      code,
      printDelivery(answer, {
        ...surroundings,
        what: file,
        json: values.json === true,
      }),
    );
  }
  return code;
}
