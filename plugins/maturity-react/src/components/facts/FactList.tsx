import type { FactRecord } from '@devops-scorecards/plugin-maturity-common';
import { formatDateTime } from '../../format';
import { useTexts } from '../../language';
import { isWebAddress, toFactView, type FactView } from '../../views';
import { useScorecardDialogs } from '../dialogs/scorecardDialogsContext';
import { QuietButton } from '../page';
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
          {facts.map(record => {
            const fact = toFactView(record);
            return (
              <tr key={fact.id}>
                <td className={classes.number}>
                  {formatDateTime({ at: fact.at, texts, timeZone })}
                </td>
                <td>
                  <FactName record={record} fact={fact} />{' '}
                  {fact.detail && (
                    <span className={classes.mark}>{fact.detail}</span>
                  )}
                </td>
                <td>
                  {t(`facts.${fact.state}`)}
                  {fact.notCounted && (
                    <span className={classes.mark}>
                      {' '}
                      {t(`facts.${fact.notCounted}`)}
                    </span>
                  )}
                  {fact.corrected && (
                    <span className={classes.mark}>
                      {' '}
                      {t('facts.corrected')}
                    </span>
                  )}
                </td>
                <td className={classes.mark}>
                  {fact.source}
                  {fact.generated && ` · ${t('evidence.generated')}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Leads to the events where a page can show them, else to where it came from. */
function FactName(props: { record: FactRecord; fact: FactView }) {
  const { record, fact } = props;
  const { kind, source, key } = record;
  const { t } = useTexts();
  const classes = useTableStyles();
  const dialogs = useScorecardDialogs();
  if (dialogs) {
    return (
      <QuietButton
        label={t('facts.show', { what: fact.what })}
        onClick={() => dialogs.showFact({ kind, source, key })}
      >
        {fact.what}
      </QuietButton>
    );
  }
  return isWebAddress(fact.url) ? (
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
    <>{fact.what}</>
  );
}
