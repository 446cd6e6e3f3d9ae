import { useCallback } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  SourceDetail,
  SourceProblem,
} from '@devops-scorecards/plugin-maturity-common';
import {
  formatNumber,
  formatValue,
  kindWords,
  maturityApiRef,
  paletteFor,
  useDescriptionStyles,
  useLoad,
} from '@devops-scorecards/plugin-maturity-react';
import { useOperationsTexts, type OperationsTexts } from '../../translation';
import { ConflictTable } from './ConflictTable';
import { LoadBoundary } from './LoadBoundary';
import { PullTable } from './PullTable';
import { RefusalTable } from './RefusalTable';
import { saidAt } from './sourceHealth';

const useStyles = makeStyles(theme => ({
  details: {
    padding: theme.spacing(0, 1.5, 1),
    borderLeft: `4px solid ${paletteFor(theme.palette.type).line}`,
  },
}));

/** All that is known of a source: doors, pulls, what was refused, conflicts. */
export function SourceDetails(props: {
  source: string;
  title: string;
  timeZone: string;
  /** Told when something was asked of it. */
  onChanged: () => void;
}) {
  const { source, title, timeZone, onChanged } = props;
  const api = useApi(maturityApiRef);
  const { t } = useOperationsTexts();
  const classes = useStyles();
  const load = useCallback(
    (signal: AbortSignal) => api.getSource({ source, signal }),
    [api, source],
  );
  const { state, reload } = useLoad({ load });
  return (
    <div className={classes.details}>
      <LoadBoundary
        state={state}
        onRetry={() => reload()}
        loading={t('source.loading')}
        height={160}
      >
        {detail => (
          <>
            <SourceFacts detail={detail} />
            {detail.doors.pull && (
              <PullTable
                detail={detail}
                title={title}
                now={saidAt(detail, Date.now())}
                timeZone={timeZone}
                onAsked={() => {
                  reload();
                  onChanged();
                }}
              />
            )}
            <RefusalTable
              refusals={detail.refusals}
              now={saidAt(detail, Date.now())}
              timeZone={timeZone}
            />
            <ConflictTable
              conflicts={detail.recentConflicts}
              now={saidAt(detail, Date.now())}
              timeZone={timeZone}
            />
          </>
        )}
      </LoadBoundary>
    </div>
  );
}

function SourceFacts(props: { detail: SourceDetail }) {
  const { detail } = props;
  const { about, doors, problems, type } = detail;
  const words = useOperationsTexts();
  const { t, texts } = words;
  const classes = useDescriptionStyles();
  return (
    <>
      {problems.map(problem => (
        <p key={problem.code} className={classes.alert}>
          {problemWords(problem, words)}
        </p>
      ))}
      {notesOf(detail, words).map(note => (
        <p key={note} className={classes.text}>
          {note}
        </p>
      ))}
      <dl className={classes.list}>
        <dt>{t('source.type')}</dt>
        <dd>{type}</dd>
        <dt>{t('source.tells')}</dt>
        <dd>{about ? kindWords(about.facts, texts) : t('source.tellsAll')}</dd>
        {about && (
          <>
            <dt>{t('source.knows')}</dt>
            <dd>{about.names.join(', ')}</dd>
          </>
        )}
        {doors.webhook && (
          <>
            <dt>{t('source.webhook')}</dt>
            <dd>
              <code>{`/api/maturity${doors.webhook}`}</code>
            </dd>
          </>
        )}
        {doors.callers.length > 0 && (
          <>
            <dt>{t('source.callers')}</dt>
            <dd>{doors.callers.join(', ')}</dd>
          </>
        )}
        {doors.topics.length > 0 && (
          <>
            <dt>{t('source.topics')}</dt>
            <dd>{doors.topics.join(', ')}</dd>
          </>
        )}
      </dl>
    </>
  );
}

function problemWords(
  { code, message }: SourceProblem,
  { t }: OperationsTexts,
): string {
  switch (code) {
    case 'no-door':
      return t('source.noDoor');
    case 'not-configured':
      return t('source.notConfigured');
    default:
      return message ?? t('source.misconfigured');
  }
}

function notesOf(
  { ahead, aheadMs, stale, staleAfterMs }: SourceDetail,
  { t, texts }: OperationsTexts,
): string[] {
  const duration = (value: number) =>
    formatValue({ value, unit: 'duration', texts });
  return [
    ...(stale && staleAfterMs !== undefined
      ? [t('source.silent', { time: duration(staleAfterMs) })]
      : []),
    ...(ahead > 0
      ? [
          t('source.ahead', {
            n: formatNumber({ value: ahead, texts }),
            time: duration(aheadMs),
          }),
        ]
      : []),
  ];
}
