import type {
  ImportStatus,
  MaturityApi,
} from '@devops-scorecards/plugin-maturity-common';
import { statusOf } from './uploadProblem';

/**
 * Ends an import where it stands; one that has ended by itself stays as it is.
 * A slice may still be under way and move it in between, so it is tried twice.
 */
export async function abortImport(
  api: Pick<MaturityApi, 'getImport' | 'finishImport'>,
  id: string,
): Promise<ImportStatus> {
  try {
    return await api.finishImport({ id, step: 'abort' });
  } catch (error) {
    if (statusOf(error) !== 409) {
      throw error;
    }
    const now = await api.getImport({ id });
    return now.state === 'open' ? api.finishImport({ id, step: 'abort' }) : now;
  }
}
