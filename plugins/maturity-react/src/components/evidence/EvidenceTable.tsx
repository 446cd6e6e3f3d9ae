import type { Ref } from 'react';
import type {
  Evidence,
  MetricUnit,
} from '@devops-scorecards/plugin-maturity-common';
import { formatDateTime, formatValue } from '../../format';
import { useTexts } from '../../language';
import { QuietButton } from '../page';
import { useTableStyles } from '../page/useTableStyles';
import { evidenceId, ROLES } from './evidenceRoles';

/** Items of evidence in the order given. */
export function EvidenceTable(props: {
  /** At least one. */
  evidence: Evidence[];
  /** Names the table. */
  title: string;
  unit: MetricUnit;
  timeZone: string;
  /** Shows what an item is made of; without it an item leads to its address. */
  onItem?: (item: Evidence) => void;
  tableRef?: Ref<HTMLTableElement>;
}) {
  const { evidence, title, unit, timeZone, onItem, tableRef } = props;
  const texts = useTexts();
  const { t } = texts;
  const classes = useTableStyles();
  const withValues = evidence.some(item => item.value !== undefined);
  return (
    <table ref={tableRef} className={classes.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('evidence.when')}</th>
          <th scope="col">{t('evidence.what')}</th>
          {withValues && <th scope="col">{t('evidence.value')}</th>}
          <th scope="col">{t('evidence.role')}</th>
        </tr>
      </thead>
      <tbody>
        {evidence.map(item => (
          <tr key={evidenceId(item)}>
            <td className={classes.number}>
              {formatDateTime({ at: item.at, texts, timeZone })}
            </td>
            <td data-item={evidenceId(item)}>
              <ItemName item={item} onItem={onItem} />{' '}
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
        ))}
      </tbody>
    </table>
  );
}

function ItemName(props: {
  item: Evidence;
  onItem?: (item: Evidence) => void;
}) {
  const { item, onItem } = props;
  const { t } = useTexts();
  const classes = useTableStyles();
  const label = item.label ?? item.key;
  const name = `${t(`fact.${item.kind}`)} ${label}`;
  if (onItem) {
    return (
      <QuietButton
        onClick={() => onItem(item)}
        label={t('measurement.show', { label: name })}
      >
        {name}
      </QuietButton>
    );
  }
  return item.url ? (
    <a
      className={classes.link}
      href={item.url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('evidence.open', { label: name })}
    >
      {name}
    </a>
  ) : (
    <>{name}</>
  );
}
