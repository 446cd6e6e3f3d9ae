import { InputError } from '@backstage/errors';
import type { SourceSettings } from '@devops-scorecards/plugin-maturity-node';

/**
 * Reads whether the incidents of a source are alerts as well; not unless it
 * says so.
 *
 * @throws InputError that names the key to change
 */
export function readAlerts({ key, config }: SourceSettings): boolean {
  const value = config?.getOptional('alerts') ?? false;
  if (typeof value !== 'boolean') {
    throw new InputError(`${key}.alerts cannot be read: say true or false`);
  }
  return value;
}
