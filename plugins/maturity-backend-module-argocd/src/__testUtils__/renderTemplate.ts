import { createHash } from 'node:crypto';

/*
 * As much of Go's templates, with the functions of sprig, as the published
 * template uses. Anything else is an error, so that it is not read otherwise than
 * Argo CD would read it.
 */

type Scope = Readonly<Record<string, unknown>>;

const RANGE =
  /\{\{ range (\$\w+), (\$\w+) := ([^{}]+) \}\}(.*?)\{\{ end \}\}(?!\{)/gs;
const FIRST = /\{\{ if (\$\w+) \}\}(.*?)\{\{ end \}\}/gs;
const VALUE = /\{\{ ([^{}]+) \}\}/g;

/**
 * What Argo CD makes of a template.
 *
 * @param template - the text
 * @param vars - `app`: the Application; `context`: of the ConfigMap
 */
export function renderTemplate(
  template: string,
  vars: { app: object; context: Record<string, string> },
): string {
  const scope: Scope = { '.app': vars.app, '.context': vars.context };
  // Part by part, so that no value is read as a part of the template.
  let text = '';
  let end = 0;
  for (const match of template.matchAll(RANGE)) {
    const [whole, index, entry, list, body] = match;
    text += fill(template.slice(end, match.index), scope);
    text += (evaluate(list, scope) as unknown[])
      .map((value, i) => fill(body, { ...scope, [index]: i, [entry]: value }))
      .join('');
    end = match.index + whole.length;
  }
  return text + fill(template.slice(end), scope);
}

function fill(text: string, scope: Scope): string {
  return text
    .replace(FIRST, (_, name: string, body: string) =>
      scope[name] ? body : '',
    )
    .replace(VALUE, (_, expression: string) =>
      String(evaluate(expression, scope)),
    );
}

function evaluate(expression: string, scope: Scope): unknown {
  const tokens = expression.match(/"(?:[^"\\]|\\.)*"|[()]|[^\s()]+/g) ?? [];
  const value = call(tokens, scope);
  if (tokens.length > 0) {
    throw new Error(`The template has more than ${expression} should`);
  }
  return value;
}

/** A function with its arguments, up to the end or a closing parenthesis. */
function call(tokens: string[], scope: Scope): unknown {
  const name = tokens.shift()!;
  const values: unknown[] = [];
  while (tokens.length > 0 && tokens[0] !== ')') {
    const token = tokens.shift()!;
    if (token === '(') {
      values.push(call(tokens, scope));
      tokens.shift();
    } else {
      values.push(valueOf(token, scope));
    }
  }
  switch (name) {
    case 'toJson':
      // Go writes these so that JSON may stand in HTML.
      return JSON.stringify(values[0] ?? null).replace(
        /[<>&]/g,
        character =>
          `\\u00${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
      );
    case 'dig':
      return dig(values);
    case 'contains':
      return String(values[1]).includes(String(values[0]));
    case 'hasPrefix':
      return String(values[1]).startsWith(String(values[0]));
    case 'ne':
      return values[0] !== values[1];
    case 'sha256sum':
      return createHash('sha256').update(String(values[0])).digest('hex');
    case 'dict':
      return {};
    case 'len':
      return (values[0] as unknown[]).length;
    case 'list':
      return values;
    default:
      throw new Error(`The template calls ${name}, which is not known here`);
  }
}

function valueOf(token: string, scope: Scope): unknown {
  if (/^("|\d|true$|false$)/.test(token)) {
    return JSON.parse(token);
  }
  const [, root, member] = /^(\.?\$?\w+)(?:\.(\w+))?$/.exec(token) ?? [];
  if (!(root in scope)) {
    throw new Error(`The template reads ${token}, which is not known here`);
  }
  const value = scope[root];
  return member === undefined
    ? value
    : (value as Record<string, unknown>)[member];
}

/** `dig "a" "b" fallback dict` */
function dig(values: unknown[]): unknown {
  const path = values.slice(0, -2) as string[];
  let value = values.at(-1) as Record<string, unknown>;
  for (const name of path) {
    if (!Object.hasOwn(value, name)) {
      return values.at(-2);
    }
    value = value[name] as Record<string, unknown>;
  }
  return value;
}
