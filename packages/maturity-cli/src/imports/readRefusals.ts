import type {
  ImportRefusal,
  ImportStatus,
  MaturityApi,
} from '@devops-scorecards/plugin-maturity-common';

/** Lines in one answer of the portal. */
const PAGE = 500;

/** Reads the refused lines of an import, all that are kept or the first ones. */
export async function readRefusals(
  client: Pick<MaturityApi, 'getImportRefusals'>,
  { id }: ImportStatus,
  options: { limit?: number; signal: AbortSignal },
): Promise<ImportRefusal[]> {
  const { limit = Infinity, signal } = options;
  const refusals: ImportRefusal[] = [];
  let after: number | undefined = 0;
  while (after !== undefined && refusals.length < limit) {
    const page = await client.getImportRefusals({
      id,
      after,
      limit: Math.min(PAGE, limit - refusals.length),
      signal,
    });
    refusals.push(...page.items);
    after = page.next;
  }
  return refusals;
}
