/**
 * The text of a member of a YAML mapping that is written as a literal block,
 * `name: |`, which is how the ConfigMap writes all of its own.
 */
export function readBlock(yaml: string, name: string): string {
  const lines = yaml.split('\n');
  const start = lines.findIndex(line => line.trim() === `${name}: |`);
  if (start < 0) {
    throw new Error(`There is no block ${name}`);
  }
  const indent = lines[start].search(/\S/) + 2;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex(
    line => line !== '' && !line.startsWith(' '.repeat(indent)),
  );
  const block = end < 0 ? rest : rest.slice(0, end);
  return `${block
    .map(line => line.slice(indent))
    .join('\n')
    .trimEnd()}\n`;
}
