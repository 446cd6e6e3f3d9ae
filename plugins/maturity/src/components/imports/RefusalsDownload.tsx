import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { ImportStatus } from '@devops-scorecards/plugin-maturity-common';
import {
  maturityApiRef,
  problemOf,
  QuietButton,
  useTexts,
} from '@devops-scorecards/plugin-maturity-react';
import { readRefusals } from './readRefusals';
import { refusalsCsv } from './refusalsCsv';

/** Without it a spreadsheet does not take the file for UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Saves all refused lines of an import. */
export function RefusalsDownload(props: { of: ImportStatus }) {
  const { id, name } = props.of;
  const api = useApi(maturityApiRef);
  const { t } = useTexts();
  const [said, setSaid] = useState<string>();
  const [busy, setBusy] = useState(false);

  const download = async () => {
    setBusy(true);
    setSaid(t('imports.downloading'));
    try {
      const csv = refusalsCsv(await readRefusals(api, id));
      const content = new Blob([BYTE_ORDER_MARK, csv], {
        type: 'text/csv;charset=utf-8',
      });
      save(content, t('imports.downloadName', { name }));
      setSaid(t('imports.downloaded'));
    } catch (error) {
      const { message } = problemOf(error);
      setSaid(t('imports.refusalsFailed', { message }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <QuietButton
        label={t('imports.downloadLabel', { name })}
        // Asleep and not disabled, which would lose the focus.
        onClick={() => !busy && download()}
      >
        {t('imports.download')}
      </QuietButton>
      <span role="status">{said}</span>
    </>
  );
}

function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
