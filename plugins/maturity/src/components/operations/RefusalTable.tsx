import type {
  EpochMs,
  EventRefusal,
} from '@devops-scorecards/plugin-maturity-common';
import {
  formatNumber,
  TimeAgo,
  useDescriptionStyles,
} from '@devops-scorecards/plugin-maturity-react';
import { useOperationsTexts } from '../../translation';
import { DataTable } from './DataTable';

/** What was turned away of a source, the newest first. */
export function RefusalTable(props: {
  refusals: EventRefusal[];
  now: EpochMs;
  timeZone: string;
}) {
  const { refusals, now, timeZone } = props;
  const { t, texts } = useOperationsTexts();
  const classes = useDescriptionStyles();
  return (
    <>
      <h3 className={classes.heading}>{t('refusal.title')}</h3>
      {refusals.length === 0 ? (
        <p className={classes.text}>{t('refusal.none')}</p>
      ) : (
        <DataTable
          label={t('refusal.title')}
          columns={[
            t('refusal.when'),
            t('refusal.door'),
            t('refusal.event'),
            t('refusal.code'),
            t('refusal.why'),
          ]}
        >
          {refusals.map((refusal, index) => (
            // Two may be alike in everything.
            // eslint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <td>
                <TimeAgo
                  at={refusal.receivedAt}
                  now={now}
                  timeZone={timeZone}
                />
              </td>
              <td>{t(`refusal.${refusal.door}`)}</td>
              <td>
                {refusal.id === undefined
                  ? t('refusal.whole')
                  : refusal.id || '–'}
                {refusal.times > 1 && (
                  <>
                    {', '}
                    {t('refusal.times', {
                      n: formatNumber({ value: refusal.times, texts }),
                    })}
                  </>
                )}
              </td>
              <td>{refusal.code}</td>
              <td>{refusal.message}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </>
  );
}
