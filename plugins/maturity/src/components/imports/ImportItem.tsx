import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  EpochMs,
  ImportStatus,
} from '@devops-scorecards/plugin-maturity-common';
import {
  DisclosureButton,
  formatNumber,
  maturityApiRef,
  paletteFor,
  problemOf,
  QuietButton,
  TimeAgo,
  useDescriptionStyles,
  useDisclosure,
  useTexts,
  useTimeZone,
} from '@devops-scorecards/plugin-maturity-react';
import { abortImport } from './abortImport';
import { ImportProgress } from './ImportProgress';
import { ImportRefusals } from './ImportRefusals';
import { ImportStateWord } from './ImportStateWord';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    item: {
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${palette.line}`,
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      fontSize: '0.875rem',
    },
    name: { fontWeight: 600, overflowWrap: 'anywhere' },
    source: { color: palette.muted },
  };
});

/** Milliseconds after which an import seems to be left alone. */
const STILL = 60_000;

/** One import: how it stands, and what was refused of it. */
export function ImportItem(props: {
  status: ImportStatus;
  /** When the list was read. */
  now: EpochMs;
  /** This page sends it, and has its buttons elsewhere. */
  isHere: boolean;
  onChanged: () => void;
}) {
  const { status, now, isHere, onChanged } = props;
  const { id, name, source, state, refused, updatedAt } = status;
  const api = useApi(maturityApiRef);
  const texts = useTexts();
  const { t } = texts;
  const timeZone = useTimeZone();
  const classes = useStyles();
  const words = useDescriptionStyles();
  const refusals = useDisclosure();
  const [problem, setProblem] = useState<string>();
  const isElsewhere = state === 'open' && !isHere;
  const n = formatNumber({ value: refused, texts });

  const stop = async () => {
    setProblem(undefined);
    try {
      await abortImport(api, id);
      onChanged();
    } catch (error) {
      const { message } = problemOf(error);
      setProblem(t('imports.stopFailed', { name, message }));
    }
  };
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <span className={classes.name}>{name}</span>
        <span className={classes.source}>{source}</span>
        <ImportStateWord state={state} />
        <TimeAgo at={updatedAt} now={now} timeZone={timeZone} />
      </div>
      <ImportProgress status={status} />
      {isElsewhere && now - updatedAt > STILL && (
        <p className={words.hint}>{t('imports.waits')}</p>
      )}
      {isElsewhere && (
        <QuietButton label={t('imports.stopLabel', { name })} onClick={stop}>
          {t('imports.stop')}
        </QuietButton>
      )}
      {problem && (
        <p role="alert" className={words.alert}>
          {problem}
        </p>
      )}
      {refused > 0 && (
        <DisclosureButton
          state={refusals}
          label={t('imports.refusalsLabel', { name, n })}
        >
          {t('imports.refusals', { n })}
        </DisclosureButton>
      )}
      {refusals.open && (
        <div id={refusals.regionId}>
          <ImportRefusals of={status} />
        </div>
      )}
    </li>
  );
}
