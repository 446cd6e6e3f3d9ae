import type {
  EpochMs,
  EventConflict,
} from '@devops-scorecards/plugin-maturity-common';
import {
  TimeAgo,
  useDescriptionStyles,
} from '@devops-scorecards/plugin-maturity-react';
import { useOperationsTexts } from '../../translation';
import { DataTable } from './DataTable';

/** Events of a source that contradict what was stored, the newest first. */
export function ConflictTable(props: {
  conflicts: EventConflict[];
  now: EpochMs;
  timeZone: string;
}) {
  const { conflicts, now, timeZone } = props;
  const { t } = useOperationsTexts();
  const classes = useDescriptionStyles();
  return (
    <>
      <h3 className={classes.heading}>{t('conflict.title')}</h3>
      {conflicts.length === 0 ? (
        <p className={classes.text}>{t('conflict.none')}</p>
      ) : (
        <>
          <p className={classes.text}>{t('conflict.text')}</p>
          <DataTable
            label={t('conflict.title')}
            columns={[
              t('conflict.when'),
              t('conflict.source'),
              t('conflict.event'),
            ]}
          >
            {conflicts.map((conflict, index) => (
              // The same event may contradict more than once.
              // eslint-disable-next-line react/no-array-index-key
              <tr key={index}>
                <td>
                  <TimeAgo
                    at={conflict.receivedAt}
                    now={now}
                    timeZone={timeZone}
                  />
                </td>
                <td>{conflict.eventSource}</td>
                <td>{conflict.id}</td>
              </tr>
            ))}
          </DataTable>
        </>
      )}
    </>
  );
}
