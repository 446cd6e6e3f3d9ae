import type {
  ImportRefusal,
  MaturityApi,
} from '@devops-scorecards/plugin-maturity-common';

/** Most lines that the portal gives at once. */
const PAGE = 500;

/** All refused lines of an import that are kept, in the order of the file. */
export async function readRefusals(
  api: Pick<MaturityApi, 'getImportRefusals'>,
  id: string,
): Promise<ImportRefusal[]> {
  const refusals: ImportRefusal[] = [];
  let after: number | undefined = 0;
  while (after !== undefined) {
    const page = await api.getImportRefusals({ id, after, limit: PAGE });
    refusals.push(...page.items);
    after = page.next;
  }
  return refusals;
}
