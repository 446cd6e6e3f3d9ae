import type {
  EventResult,
  IngestResponse,
  ReportResponse,
} from '@devops-scorecards/plugin-maturity-common';
import { EXIT } from './exitCodes';
import { printable } from './printable';
import type { Surroundings } from './Surroundings';

/**
 * Says what became of something that was sent.
 *
 * @returns the exit code
 */
export function printDelivery(
  answer: IngestResponse | ReportResponse,
  options: Pick<Surroundings, 'stdout' | 'stderr'> & {
    /** What was sent. */
    what: string;
    json: boolean;
  },
): number {
  const { stdout, stderr, what, json } = options;
  const refused = answer.refused + answer.conflicts > 0;
  if (json) {
    stdout.write(`${JSON.stringify(answer, undefined, 2)}\n`);
    return refused ? EXIT.refused : EXIT.ok;
  }
  answer.results.forEach((result, index) => {
    const reading = 'readings' in answer ? answer.readings[index] : undefined;
    const said = reading
      ? `${what}: ${reading.name} ${reading.part} of ${reading.total}`
      : what;
    const output = isTaken(result) ? stdout : stderr;
    output.write(`${said}, ${describe(result)}\n`);
    if (result.message) {
      stderr.write(`  ${printable(result.message)}\n`);
    }
  });
  return refused ? EXIT.refused : EXIT.ok;
}

function isTaken({ status }: EventResult): boolean {
  return status !== 'refused' && status !== 'conflict';
}

function describe(result: EventResult): string {
  switch (result.status) {
    case 'duplicate':
      return 'known before';
    case 'conflict':
      return 'known before with other contents';
    case 'refused':
      return 'refused';
    default:
      return result.unmapped
        ? 'stored; no entity of the catalog answers to its name yet'
        : `stored for ${result.entityRef}`;
  }
}
