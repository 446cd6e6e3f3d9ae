const COLOURS = /\x1b\[[0-9;]*m/g;

/** How an entry of Backstage's log begins: time, plugin and level. */
const ENTRY = /^\d{4}-\d\d-\d\dT\S+ \S+ (\w+) /;

/** Where its fields begin: the first name that is printed in cyan. */
const FIELDS = / ?\x1b\[36m[\w.]+\x1b\[39m=.*$/;

/**
 * What went wrong, out of the end of a log: the entries of level error without
 * their fields, or else the last lines as they are.
 *
 * @param {string} log - with the colours that tell fields from messages
 * @param {number} count - how many lines to fall back to
 */
export function errorsInLog(log, count) {
  const lines = log.trimEnd().split('\n');
  const errors = [];
  let inError = false;
  for (const line of lines) {
    const [, level] = line.replace(COLOURS, '').match(ENTRY) ?? [];
    if (level) {
      inError = level === 'error';
    }
    if (inError) {
      errors.push(line.replace(FIELDS, '').replace(COLOURS, ''));
    }
  }
  const found = errors.length > 0 ? errors : lines.slice(-count);
  return found.join('\n').trimEnd();
}
