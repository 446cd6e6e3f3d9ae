import { useState } from 'react';
import type {
  Evidence,
  MetricUnit,
} from '@devops-scorecards/plugin-maturity-common';
import { formatDateTime, formatValue } from '../../format';
import { useTexts } from '../../language';
import { QuietButton } from '../page';
import { useTableStyles } from '../page/useTableStyles';

const ROLES = {
  for: 'evidence.roleFor',
  against: 'evidence.roleAgainst',
  open: 'evidence.roleOpen',
} as const;

/** Options of {@link EvidenceList}. @public */
export interface EvidenceListProps {
  evidence: Evidence[];
  /** How many facts there are in all. */
  total: number;
  unit?: MetricUnit;
  timeZone: string;
  /** Fetches the evidence of the whole window. */
  loadAll?: () => Promise<Evidence[]>;
}

/**
 * The pipeline runs and deployments that a value rests on, newest first.
 *
 * @public
 */
export function EvidenceList(props: EvidenceListProps) {
  const { evidence, total, unit = 'duration', timeZone, loadAll } = props;
  const texts = useTexts();
  const { t } = texts;
  const classes = useTableStyles();
  const [all, setAll] = useState<Evidence[]>();
  const [progress, setProgress] = useState<'idle' | 'loading' | 'failed'>(
    'idle',
  );
  const shown = all ?? evidence;

  if (shown.length === 0) {
    return <p className={classes.mark}>{t('evidence.none')}</p>;
  }
  const withValues = shown.some(item => item.value !== undefined);
  const load = async () => {
    setProgress('loading');
    try {
      setAll(await loadAll?.());
      setProgress('idle');
    } catch {
      setProgress('failed');
    }
  };
  return (
    <div>
      <div
        className={classes.scroll}
        role="region"
        aria-label={t('evidence.title')}
        // A region that scrolls must be reachable from the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <table className={classes.table}>
          <caption>{t('evidence.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('evidence.when')}</th>
              <th scope="col">{t('evidence.what')}</th>
              {withValues && <th scope="col">{t('evidence.value')}</th>}
              <th scope="col">{t('evidence.role')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(item => {
              const label = item.label ?? item.key;
              return (
                <tr key={`${item.kind} ${item.source} ${item.key}`}>
                  <td className={classes.number}>
                    {formatDateTime({ at: item.at, texts, timeZone })}
                  </td>
                  <td>
                    {t(`fact.${item.kind}`)}{' '}
                    {item.url ? (
                      <a
                        className={classes.link}
                        href={item.url}
                        target="_blank"
                        rel="noopener noreferrer"
                        aria-label={t('evidence.open', { label })}
                      >
                        {label}
                      </a>
                    ) : (
                      label
                    )}{' '}
                    <span className={classes.mark}>
                      {t('evidence.source', { source: item.source })}
                      {item.generated && ` · ${t('evidence.generated')}`}
                    </span>
                  </td>
                  {withValues && (
                    <td className={classes.number}>
                      {item.value === undefined
                        ? '–'
                        : formatValue({ value: item.value, unit, texts })}
                    </td>
                  )}
                  <td>{t(ROLES[item.role])}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {loadAll && !all && total > evidence.length && (
        <QuietButton onClick={load} disabled={progress === 'loading'}>
          {progress === 'loading'
            ? t('evidence.loading')
            : `${t('evidence.loadMore')} (${total})`}
        </QuietButton>
      )}
      {progress === 'failed' && <p role="alert">{t('evidence.failed')}</p>}
    </div>
  );
}
