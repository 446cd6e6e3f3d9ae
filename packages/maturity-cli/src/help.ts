const CONNECTION = `
Connection:
  --url <address>      of the portal's backend, for example http://localhost:7007;
                       else MATURITY_URL
  --token <token>      of a service; else MATURITY_TOKEN, which does not show in
                       the list of processes
`;

const WHOSE = `
Whose it is, at least one:
  --entity <ref>       for example component:default/payments
  --repository <name>  address or <host>/<path>, as an annotation of the entity says
  --service <name>     as an annotation of the entity says
`;

const READING = `
What is known of it:
  --trunk, --no-trunk  whether it is of the trunk; metrics of code read the trunk only
  --branch <name>
  --commit <hash>
  --measured-at <time> RFC 3339; now unless said
  --id <id>            tells it from others: the same id is not counted twice
  --link <address>     where a person can look at it
  --json               print the answer of the portal
`;

const EXIT_CODES = `
Exit codes: 0 all taken in, 1 failed, 2 not understood, 3 something was refused,
130 interrupted.
`;

/** What there is. */
export const HELP = `Command line of the maturity scorecards

  maturity import <file>             brings in a file of history
  maturity upload <format> <file>    uploads a report of tests or coverage
  maturity measure --name <name>     sends one reading
  maturity model validate <file>     says what is wrong with a model pack

  maturity <command> --help          says more
${EXIT_CODES}`;

const IMPORT = `maturity import <file> [options]

Brings in a file of history: events as NDJSON, or a table as CSV. What it brings
counts and notifies nobody. The same command goes on where an earlier one stopped,
and a file that was brought in before changes nothing.

  --format <format>    ndjson or csv; by the name of the file unless said
  --source <name>      the configured source, where it is not the token's own
  --name <name>        what to call the import; the name of the file unless said
  --report <file>      write every refused line there, as NDJSON
  --abort              give the open import of the file up; what it brought stays
${CONNECTION}${EXIT_CODES}`;

const UPLOAD = `maturity upload <format> <file>... [options]

Uploads a report. Formats are junit, lcov, cobertura, jacoco and clover. A file
whose name ends with .gz is sent as it is. Of junit several files can be named,
each a report of its own.

  --name <name>        of the reading: unit-coverage or automated-tests unless said
${WHOSE}${READING}${CONNECTION}${EXIT_CODES}`;

const MEASURE = `maturity measure --name <name> [options]

Sends one reading of anything that a tool counts.

  --value <number>     a reading that is no share
  --part <number> --total <number>
                       a share, for example 84 of 100
${WHOSE}${READING}${CONNECTION}${EXIT_CODES}`;

const MODEL = `maturity model validate <file>... [options]

Says everything that is wrong with model packs, each with line, path and what to do.
The portal knows the metrics, those of its modules included; it keeps nothing. The
token needs the permission maturity.model.read only.

  --json               print models and problems as JSON
${CONNECTION}${EXIT_CODES}`;

/** What one command does and takes. */
export function helpOf(
  command: 'import' | 'upload' | 'measure' | 'model',
): string {
  return { import: IMPORT, upload: UPLOAD, measure: MEASURE, model: MODEL }[
    command
  ];
}
