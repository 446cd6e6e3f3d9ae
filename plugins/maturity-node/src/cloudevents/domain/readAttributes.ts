import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { accept, type Result, refuse } from '../../domain/result';
import { parseInstant } from '../../domain/parseInstant';
import type { CloudEvent, ExtensionValue } from './types';

const REQUIRED = ['id', 'source', 'type'] as const;
const OPTIONAL = [
  'specversion',
  'subject',
  'time',
  'datacontenttype',
  'dataschema',
];
const NAME = /^[a-z0-9]+$/;
// eslint-disable-next-line no-control-regex
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f-\u009f]/;

/** Everything of a CloudEvent but its data. */
export type EventAttributes = Omit<CloudEvent, 'data'>;

/**
 * Validates the context attributes of a CloudEvent 1.0.
 *
 * @param attributes - by name; a member that is `null` or `undefined` is not
 *   set, as the JSON format says
 * @param label - turns an attribute's name into what the sender calls it, for
 *   example the header `ce-id`
 */
export function readAttributes(
  attributes: Readonly<Record<string, unknown>>,
  label: (name: string) => string,
): Result<EventAttributes> {
  const specversion = attributes.specversion;
  if (specversion !== '1.0') {
    return refuse(
      400,
      specversion === undefined || specversion === null
        ? `${label('specversion')} is missing: set it to "1.0"`
        : `${label('specversion')} is ${show(
            specversion,
          )}: only CloudEvents "1.0" is understood`,
    );
  }
  const extensions: Record<string, ExtensionValue> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null) {
      continue;
    }
    if (!NAME.test(name)) {
      return refuse(
        400,
        `Attribute name "${name.slice(
          0,
          64,
        )}" is not allowed: CloudEvents names hold only lower-case letters and digits`,
      );
    }
    if (typeof value === 'string' && CONTROL_CHARACTER.test(value)) {
      return refuse(400, `${label(name)} holds a control character: remove it`);
    }
    if (isKnown(name)) {
      if (name !== 'time' && typeof value !== 'string') {
        return refuse(400, `${label(name)} must be a string`);
      }
      continue;
    }
    if (
      typeof value !== 'string' &&
      typeof value !== 'boolean' &&
      !Number.isSafeInteger(value)
    ) {
      return refuse(
        400,
        `${label(
          name,
        )} must be a string, a boolean or an integer: put anything else into data`,
      );
    }
    extensions[name] = value as ExtensionValue;
  }
  for (const name of REQUIRED) {
    if (!attributes[name]) {
      return refuse(
        400,
        `${label(name)} is missing: set it to a non-empty string`,
      );
    }
  }
  if (/\s/.test(attributes.source as string)) {
    return refuse(
      400,
      `${label(
        'source',
      )} must be a URI reference: percent-encode its white space`,
    );
  }
  let time: EpochMs | undefined;
  if (attributes.time !== undefined && attributes.time !== null) {
    const parsed = parseInstant(attributes.time, label('time'));
    if (!parsed.ok) {
      return parsed;
    }
    time = parsed.value;
  }
  const optional = (name: string) =>
    (attributes[name] as string | null | undefined) || undefined;
  return accept({
    id: attributes.id as string,
    source: attributes.source as string,
    type: attributes.type as string,
    subject: optional('subject'),
    time,
    dataContentType: optional('datacontenttype'),
    dataSchema: optional('dataschema'),
    extensions,
  });
}

function isKnown(name: string): boolean {
  return (
    (REQUIRED as readonly string[]).includes(name) || OPTIONAL.includes(name)
  );
}

function show(value: unknown): string {
  return typeof value === 'string'
    ? `"${value.slice(0, 32)}"`
    : `of type ${typeof value}`;
}
