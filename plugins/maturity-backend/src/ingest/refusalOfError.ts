import { isError } from '@backstage/errors';
import { DeliveryRefusedError } from './DeliveryRefusedError';

/** What Backstage answers by the name of an error. */
const CODES: Readonly<Record<string, number>> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
};

/**
 * By what a delivery is refused as a whole.
 *
 * @returns `undefined` for what is no fault of the sender
 */
export function refusalOfError(
  error: unknown,
): { code: number; message: string } | undefined {
  if (error instanceof DeliveryRefusedError) {
    return { code: error.statusCode, message: error.message };
  }
  const code = isError(error) ? CODES[error.name] : undefined;
  return code === undefined
    ? undefined
    : { code, message: (error as Error).message };
}
