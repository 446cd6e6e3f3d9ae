import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type {
  SetupCheck,
  SetupTest,
} from '@devops-scorecards/plugin-maturity-common';
import { formatDateTime } from '../../format';
import { useTexts, type Texts } from '../../language';
import { paletteFor, useMaturityPalette } from '../../theme';
import { IconWord } from '../page';

const useStyles = makeStyles(theme => ({
  result: {
    marginTop: theme.spacing(0.5),
    padding: theme.spacing(1, 1.5),
    backgroundColor: paletteFor(theme.palette.type).wash,
    fontSize: '0.8125rem',
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  check: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: theme.spacing(1),
  },
  note: {
    color: paletteFor(theme.palette.type).muted,
    overflowWrap: 'anywhere',
  },
}));

const SIGNS: Record<SetupCheck['outcome'], ReactNode> = {
  pass: <path d="M3.5 10.5l4 4 9-9" />,
  fail: <path d="M5 5l10 10M15 5L5 15" />,
  skipped: <path d="M4 10h12" />,
};

/** What a test found, check by check. */
export function SetupTestResult(props: {
  result: SetupTest;
  /** Of the source that was tested. */
  title: string;
  timeZone: string;
}) {
  const { result, title, timeZone } = props;
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const { verdict } = useMaturityPalette();
  const colours = {
    pass: verdict.pass,
    fail: verdict.fail,
    skipped: verdict['no-data'],
  };
  return (
    <div className={classes.result} role="status">
      <strong>
        {t(result.passed ? 'setup.passed' : 'setup.notPassed', {
          source: title,
        })}
      </strong>{' '}
      {t('setup.tested')}
      <ul className={classes.list}>
        {result.checks.map(check => (
          <li key={check.check} className={classes.check}>
            <span>{t(`setup.check.${check.check}`)}</span>
            <IconWord
              icon={SIGNS[check.outcome]}
              word={t(`setup.outcome.${check.outcome}`)}
              colour={colours[check.outcome]}
              size={14}
            />
            {notesOf(check, { texts, timeZone }).map(note => (
              <span key={note} className={classes.note}>
                {note}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function notesOf(
  check: SetupCheck,
  { texts, timeZone }: { texts: Texts; timeZone: string },
): string[] {
  const { message, names = [], others, streams, lastSuccessAt } = check;
  const { t } = texts;
  return [
    ...names.map(({ scheme, value }) => `${scheme}: ${value}`),
    ...(others ? [t('setup.sharedWith', { count: others })] : []),
    ...(streams === undefined ? [] : [t('setup.streams', { count: streams })]),
    ...(lastSuccessAt === undefined
      ? []
      : [formatDateTime({ at: lastSuccessAt, texts, timeZone })]),
    ...(message ? [t('setup.because', { message })] : []),
  ];
}
