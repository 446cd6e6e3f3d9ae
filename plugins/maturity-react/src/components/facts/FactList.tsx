import type { FactRecord } from '@devops-scorecards/plugin-maturity-common';
import { formatDateTime } from '../../format';
import { useTexts } from '../../language';
import { toFactView } from '../../views/factView';
import { useTableStyles } from '../page/useTableStyles';

/** Options of {@link FactList}. @public */
export interface FactListProps {
  facts: FactRecord[];
  /** Says of what kind they are; names the table. */
  title: string;
  timeZone: string;
}

/**
 * Facts as producers told of them, in the order given.
 *
 * @public
 */
export function FactList(props: FactListProps) {
  const { facts, title, timeZone } = props;
  const texts = useTexts();
  const { t } = texts;
  const classes = useTableStyles();
  if (facts.length === 0) {
    return <p className={classes.mark}>{t('facts.none')}</p>;
  }
  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={title}
      // A region that scrolls must be reachable from the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('evidence.when')}</th>
            <th scope="col">{t('evidence.what')}</th>
            <th scope="col">{t('facts.state')}</th>
            <th scope="col">{t('facts.source')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(toFactView).map(fact => (
            <tr key={fact.id}>
              <td className={classes.number}>
                {formatDateTime({ at: fact.at, texts, timeZone })}
              </td>
              <td>
                {fact.url ? (
                  <a
                    className={classes.link}
                    href={fact.url}
                    target="_blank"
                    rel="noopener noreferrer"
                    aria-label={t('evidence.open', { label: fact.what })}
                  >
                    {fact.what}
                  </a>
                ) : (
                  fact.what
                )}{' '}
                {fact.detail && (
                  <span className={classes.mark}>{fact.detail}</span>
                )}
              </td>
              <td className={classes.number}>{t(`facts.${fact.state}`)}</td>
              <td className={classes.mark}>
                {fact.source}
                {fact.generated && ` · ${t('evidence.generated')}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
