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

/** `maturity measure`: sends one reading. */
export async function measureCommand(
  surroundings: Surroundings,
): Promise<number> {
  const { values, positionals } = readArguments(surroundings.args, {
    ...READING_OPTIONS,
    ...CONNECTION_OPTIONS,
    value: { type: 'string' },
    part: { type: 'string' },
    total: { type: 'string' },
  });
  if (positionals.length > 0) {
    throw new UsageError(`What is "${positionals[0]}"? Everything has a name`);
  }
  if (!values.name) {
    throw new UsageError('Say what was read: --name');
  }
  const isShare = values.part !== undefined && values.total !== undefined;
  if (isShare === (values.value !== undefined)) {
    throw new UsageError('Say --value, or --part and --total');
  }
  const { trunk, ...said } = readingOf(values);
  const reading = {
    ...said,
    ...(trunk && { trunk: trunk === 'true' }),
    ...(isShare
      ? {
          part: numberOf(values, 'part'),
          total: numberOf(values, 'total'),
        }
      : { value: numberOf(values, 'value') }),
  };
  const answer = await connect(values, surroundings).deliver({
    path: '/v1/measures',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(reading),
    signal: surroundings.signal,
  });
  return printDelivery(answer, {
    ...surroundings,
    what: values.name,
    json: values.json === true,
  });
}

function numberOf(
  values: { [name: string]: unknown },
  name: 'value' | 'part' | 'total',
): number {
  const text = String(values[name]);
  if (!/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/.test(text)) {
    throw new UsageError(`--${name} must be a number, for example 84 or 0.84`);
  }
  return Number(text);
}
