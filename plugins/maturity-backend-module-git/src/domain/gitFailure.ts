/** What went wrong, as far as git's own words tell. */
export interface GitFailure {
  kind: 'credentials' | 'missing' | 'cache' | 'filter' | 'other';
  /** Git's own words, one line, without addresses that hold credentials. */
  reason: string;
}

const KINDS: readonly [GitFailure['kind'], RegExp][] = [
  [
    'credentials',
    /authentication failed|could not read (?:username|password)|permission denied|access denied|terminal prompts disabled|host key verification failed|error: (?:401|403)/i,
  ],
  [
    'missing',
    /repository .*not found|does not appear to be a git repository|does not exist|remote branch .* not found|couldn't find remote ref|error: 404/i,
  ],
  [
    'cache',
    /unable to create .*\.lock|not a git repository|bad object|object file .* is empty|loose object|packfile|index-pack failed|is corrupt|missing (?:commit|blob|tree)/i,
  ],
  ['filter', /filter/i],
];

/** Longest reason, in characters. */
const MAX_LENGTH = 200;

/** Reads what git wrote to standard error when it failed. */
export function gitFailure(stderr: string): GitFailure {
  const lines = stderr
    .split(/\r?\n/)
    .map(line => line.replace(/(\/\/)[^/\s@]+@/g, '$1***@').trim())
    .filter(line => line !== '');
  const telling =
    lines.find(line => /^fatal:/.test(line)) ??
    lines.find(line => /^(error|remote):/.test(line)) ??
    lines[lines.length - 1] ??
    'it said nothing';
  const [kind = 'other'] =
    KINDS.find(([, pattern]) => lines.some(line => pattern.test(line))) ?? [];
  return { kind, reason: telling.slice(0, MAX_LENGTH) };
}
