import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Decision,
  EvidenceItem,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../../api';
import { formatNumber } from '../../format';
import { useTexts } from '../../language';
import { problemOf } from '../../state';
import { isWebAddress } from '../../views';
import { QuietButton } from '../page';
import { useDescriptionStyles } from '../page/useDescriptionStyles';

/** The documents behind a decision: links, and uploads to download. */
export function EvidenceItems(props: { decision: Decision }) {
  const { id, evidence } = props.decision;
  const api = useApi(maturityApiRef);
  const { t } = useTexts();
  const classes = useDescriptionStyles();
  const [problem, setProblem] = useState<string>();
  if (evidence.length === 0) {
    return <span>{t('evidenceForm.none')}</span>;
  }
  const download = async (item: EvidenceItem & { sha256: string }) => {
    try {
      save(await api.downloadEvidence({ id, sha256: item.sha256 }), item.title);
      setProblem(undefined);
    } catch (error) {
      setProblem(t('decision.failed', { message: problemOf(error).message }));
    }
  };
  return (
    <>
      <ul className={classes.plainList}>
        {evidence.map(item => (
          <li key={`${item.title} ${item.url ?? item.sha256}`}>
            <EvidenceLink item={item} onDownload={download} />
          </li>
        ))}
      </ul>
      {problem && (
        <p role="alert" className={classes.alert}>
          {problem}
        </p>
      )}
    </>
  );
}

function EvidenceLink(props: {
  item: EvidenceItem;
  onDownload: (item: EvidenceItem & { sha256: string }) => void;
}) {
  const { item, onDownload } = props;
  const { title, url, sha256, size } = item;
  const texts = useTexts();
  const { t } = texts;
  const classes = useDescriptionStyles();
  if (isWebAddress(url)) {
    return (
      <a
        className={classes.link}
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={t('evidenceForm.openLink', { title })}
      >
        {title}
      </a>
    );
  }
  if (!sha256) {
    return <>{title}</>;
  }
  return (
    <>
      <QuietButton
        label={t('evidenceForm.download', { title })}
        onClick={() => onDownload({ ...item, sha256 })}
      >
        {title}
      </QuietButton>
      {size !== undefined && (
        <span className={classes.hint}>
          {t('evidenceForm.size', {
            size: formatNumber({
              value: Math.max(1, size / 1024),
              texts,
              digits: 0,
            }),
          })}
        </span>
      )}
    </>
  );
}

/** Saved and never shown in the page: a document may hold anything. */
function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
