import { z } from 'zod';

const DECIMAL = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/;

/** A number in a cell of a table, with a point and without separators. */
export const decimalCell = z
  .string()
  .regex(DECIMAL, 'must be a number such as 84 or 0.84')
  .transform(Number);

/** A whole number from 0 in a cell of a table. */
export const countCell = z
  .string()
  .regex(/^\d{1,10}$/, 'must be a whole number')
  .transform(Number);

/** `true` or `false` in a cell of a table, in any case. */
export const flagCell = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['true', 'false'], 'must be true or false'))
  .transform(text => text === 'true');
