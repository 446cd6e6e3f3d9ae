import { Fragment, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import {
  MANUAL_SOURCE,
  type EntitySetup,
  type SetupSource,
  type SetupTest,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../../api';
import { formatDateTime, formatNumber } from '../../format';
import { useTexts } from '../../language';
import { problemOf } from '../../state';
import { paletteFor } from '../../theme';
import { setupStepView, sourceTitles } from '../../views';
import { DisclosureButton, TimeAgo, useDisclosure } from '../page';
import { useDescriptionStyles } from '../page/useDescriptionStyles';
import { SetupTestResult } from './SetupTestResult';
import { StepWords } from './StepWords';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    item: {
      padding: theme.spacing(1, 0),
      fontSize: '0.8125rem',
      '& + &': { borderTop: `1px solid ${palette.line}` },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 2),
    },
    words: { flex: '1 1 320px', minWidth: 0 },
    title: { fontSize: '0.9375rem', fontWeight: 600, margin: 0 },
    problem: { color: palette.verdict.fail },
  };
});

/** One source: how far it is, what it knows, and a test of it in place. */
export function SetupSourceItem(props: {
  entityRef: string;
  source: SetupSource;
  setup: EntitySetup;
  timeZone: string;
}) {
  const { entityRef, source, setup, timeZone } = props;
  const api = useApi(maturityApiRef);
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const details = useDisclosure();
  const titles = sourceTitles(setup.sources, texts);
  const title = titles.get(source.source)!;
  const [testing, setTesting] = useState(false);
  const [result, setResult] = useState<SetupTest>();
  const [problem, setProblem] = useState<string>();

  const test = async () => {
    setTesting(true);
    setProblem(undefined);
    setResult(undefined);
    try {
      setResult(await api.testSetup({ entityRef, source: source.source }));
    } catch (error) {
      setProblem(t('setup.testFailed', { message: problemOf(error).message }));
    } finally {
      setTesting(false);
    }
  };
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <div className={classes.words}>
          <h4 className={classes.title}>{title}</h4>
          <StepWords step={setupStepView(source.next, { texts, titles })} />
        </div>
        {source.source !== MANUAL_SOURCE && (
          <Button
            size="small"
            variant="outlined"
            aria-label={t('setup.testLabel', { source: title })}
            aria-disabled={testing}
            onClick={testing ? undefined : test}
          >
            {testing ? t('setup.testing') : t('setup.test')}
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      {result && (
        <SetupTestResult result={result} title={title} timeZone={timeZone} />
      )}
      <DisclosureButton
        state={details}
        label={`${t('setup.details')}: ${title}`}
      >
        {t('setup.details')}
      </DisclosureButton>
      {details.open && (
        <div id={details.regionId}>
          <SourceDetails source={source} now={setup.at} timeZone={timeZone} />
        </div>
      )}
    </li>
  );
}

function SourceDetails(props: {
  source: SetupSource;
  now: number;
  timeZone: string;
}) {
  const { source, now, timeZone } = props;
  const { doors, names, facts, lastSeenAt } = source;
  const texts = useTexts();
  const { t } = texts;
  const classes = useDescriptionStyles();
  return (
    <dl className={classes.list}>
      <dt>{t('setup.lastSeen')}</dt>
      <dd>
        {lastSeenAt === undefined ? (
          t('setup.never')
        ) : (
          <TimeAgo at={lastSeenAt} now={now} timeZone={timeZone} />
        )}
      </dd>
      <dt>{t('setup.knows')}</dt>
      <dd>
        {names.map(({ scheme, value }) => `${scheme}: ${value}`).join(', ') ||
          t('setup.knowsNone')}
      </dd>
      {facts.map(({ kind, count, latestAt, since, ofRecord }) => (
        <Fragment key={kind}>
          <dt>{t(`facts.${kind}`)}</dt>
          <dd>
            {latestAt === undefined ? (
              t('setup.none')
            ) : (
              <>
                {t('setup.count', {
                  n: formatNumber({ value: count, texts }),
                })}{' '}
                <TimeAgo at={latestAt} now={now} timeZone={timeZone} />
              </>
            )}
            {since !== undefined && (
              <>
                {'; '}
                {t('setup.since', {
                  time: formatDateTime({ at: since, texts, timeZone }),
                })}
                {'; '}
                {ofRecord ? t('setup.counts') : t('setup.aside')}
              </>
            )}
          </dd>
        </Fragment>
      ))}
      {doors.webhook && (
        <>
          <dt>{t('setup.webhook')}</dt>
          <dd>
            <code>{`/api/maturity${doors.webhook}`}</code>
          </dd>
        </>
      )}
      {doors.pull && (
        <>
          <dt>{t('setup.pulledTitle')}</dt>
          <dd>{t('setup.pulled')}</dd>
        </>
      )}
    </dl>
  );
}
