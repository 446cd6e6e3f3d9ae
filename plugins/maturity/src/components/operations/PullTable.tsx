import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { useApi } from '@backstage/core-plugin-api';
import type {
  EpochMs,
  SourceDetail,
} from '@devops-scorecards/plugin-maturity-common';
import {
  formatNumber,
  maturityApiRef,
  problemOf,
  TimeAgo,
  useDescriptionStyles,
} from '@devops-scorecards/plugin-maturity-react';
import { useOperationsTexts } from '../../translation';
import { DataTable } from './DataTable';

/** The streams of a source that are pulled, and a button that hurries them. */
export function PullTable(props: {
  detail: SourceDetail;
  title: string;
  now: EpochMs;
  timeZone: string;
  onAsked: () => void;
}) {
  const { detail, title, now, timeZone, onAsked } = props;
  const { pulls, source, streams } = detail;
  const api = useApi(maturityApiRef);
  const { t, texts } = useOperationsTexts();
  const classes = useDescriptionStyles();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<string>();
  const [problem, setProblem] = useState<string>();

  const ask = async () => {
    setAsking(true);
    setSaid(undefined);
    setProblem(undefined);
    try {
      await api.pullNow({ source });
      setSaid(t('pull.asked'));
      onAsked();
    } catch (error) {
      const { message } = problemOf(error);
      setProblem(t('operations.refused', { message }));
    } finally {
      setAsking(false);
    }
  };
  const time = (at: EpochMs | undefined) =>
    at === undefined ? '–' : <TimeAgo at={at} now={now} timeZone={timeZone} />;
  const count = (value: number) => formatNumber({ value, texts });
  return (
    <>
      <h3 className={classes.heading}>{t('pull.title')}</h3>
      {pulls.length === 0 ? (
        <p className={classes.text}>{t('pull.none')}</p>
      ) : (
        <DataTable
          label={`${t('pull.title')}: ${title}`}
          columns={[
            t('pull.stream'),
            t('pull.state'),
            t('pull.success'),
            t('pull.next'),
            t('pull.events'),
            t('pull.refused'),
            t('pull.problem'),
          ]}
        >
          {pulls.map(pull => (
            <tr key={pull.stream ?? ''}>
              <th scope="row">{pull.stream ?? t('pull.whole')}</th>
              <td>{t(`pull.${pull.state}`)}</td>
              <td>{time(pull.lastSuccessAt)}</td>
              <td>
                {pull.nextAt !== undefined && pull.nextAt <= now
                  ? t('pull.due')
                  : time(pull.nextAt)}
              </td>
              <td>{count(pull.events)}</td>
              <td>{count(pull.refused)}</td>
              <td>{pull.lastError ?? '–'}</td>
            </tr>
          ))}
        </DataTable>
      )}
      {streams && streams.total > pulls.length && (
        <p className={classes.hint}>
          {t('pull.more', {
            shown: count(pulls.length),
            total: count(streams.total),
          })}
        </p>
      )}
      <div className={classes.actions}>
        <Button
          size="small"
          variant="outlined"
          aria-label={t('pull.nowLabel', { source: title })}
          disabled={asking}
          onClick={ask}
        >
          {t('pull.now')}
        </Button>
        <span role="status">{said}</span>
      </div>
      {problem && (
        <p role="alert" className={classes.alert}>
          {problem}
        </p>
      )}
    </>
  );
}
