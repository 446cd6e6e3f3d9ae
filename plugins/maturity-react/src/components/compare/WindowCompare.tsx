import { useCallback, useState, type FormEvent } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../../api';
import { useTexts } from '../../language';
import { useLoad } from '../../state';
import { toCompareRow } from '../../views';
import { Panel } from '../page';
import { useDescriptionStyles } from '../page/useDescriptionStyles';
import { Skeleton, StateBoundary } from '../state';
import { CompareTable } from './CompareTable';
import {
  overlap,
  readWindowDays,
  toWindowDays,
  type ComparedWindows,
} from './compareWindows';

const useStyles = makeStyles(theme => ({
  windows: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: theme.spacing(1, 3),
    margin: theme.spacing(1, 0, 2),
  },
  window: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  legend: {
    fontWeight: 600,
    fontSize: '0.875rem',
    padding: theme.spacing(0, 0, 1),
  },
  days: { display: 'flex', gap: theme.spacing(2) },
}));

/** Options of {@link WindowCompare}. @public */
export interface WindowCompareProps {
  entityRef: string;
  /** Ids, in the order of the table. */
  metrics: string[];
  /** Windows to begin with. */
  initial: ComparedWindows;
  /** Whether these are those of a published case. */
  published?: boolean;
  /** Windows end here at the latest. */
  now: EpochMs;
  timeZone: string;
}

const SIDES = ['before', 'after'] as const;
const ENDS = ['from', 'to'] as const;

/** The same metrics over two windows, as a table with a small picture. @public */
export function WindowCompare(props: WindowCompareProps) {
  const { entityRef, metrics, initial, published, now, timeZone } = props;
  const api = useApi(maturityApiRef);
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const words = useDescriptionStyles();
  const [windows, setWindows] = useState(initial);
  const [days, setDays] = useState(() => toWindowDays(initial, timeZone));
  const [problems, setProblems] = useState<string[]>([]);
  const wanted = metrics.join(',');
  const load = useCallback(
    async (signal: AbortSignal) => {
      const ids = wanted.split(',');
      const read = (side: (typeof SIDES)[number]) =>
        api.getMeasurements({
          entityRef,
          metrics: ids,
          window: windows[side],
          signal,
        });
      const [definitions, before, after] = await Promise.all([
        api.getMetrics(),
        read('before'),
        read('after'),
      ]);
      return { definitions, before, after };
    },
    [api, entityRef, wanted, windows],
  );
  const { state, reload } = useLoad({ load, keep: true });

  const apply = (event: FormEvent) => {
    event.preventDefault();
    const read = readWindowDays(days, { texts, timeZone, now });
    setProblems(read.problems);
    if (read.windows) {
      setWindows(read.windows);
    }
  };
  return (
    <Panel title={t('compare.title')}>
      <p className={words.text}>
        {t('compare.intro')} {published && `(${t('compare.published')})`}
      </p>
      <form className={classes.windows} onSubmit={apply} noValidate>
        {SIDES.map(side => (
          <fieldset key={side} className={classes.window}>
            <legend className={classes.legend}>{t(`compare.${side}`)}</legend>
            <div className={classes.days}>
              {ENDS.map(end => (
                <TextField
                  key={end}
                  id={`maturity-compare-${side}-${end}`}
                  type="date"
                  label={t(`compare.${end}`)}
                  InputLabelProps={{ shrink: true }}
                  inputProps={{
                    'aria-label': t(
                      end === 'from' ? 'compare.fromOf' : 'compare.toOf',
                      { window: t(`compare.${side}`) },
                    ),
                  }}
                  value={days[side][end]}
                  onChange={event =>
                    setDays({
                      ...days,
                      [side]: { ...days[side], [end]: event.target.value },
                    })
                  }
                />
              ))}
            </div>
          </fieldset>
        ))}
        <Button type="submit" variant="outlined" size="small">
          {t('compare.apply')}
        </Button>
      </form>
      {problems.length > 0 && (
        <div role="alert" className={words.alert}>
          {problems.map(problem => (
            <div key={problem}>{problem}</div>
          ))}
        </div>
      )}
      {overlap(windows) && <p className={words.hint}>{t('compare.overlap')}</p>}
      <StateBoundary
        state={state}
        skeleton={<Skeleton height={60 + metrics.length * 44} />}
        onRetry={() => {
          reload();
        }}
        loading={t('compare.loading')}
      >
        {({ definitions, before, after }) => (
          <CompareTable
            rows={wanted.split(',').flatMap(id => {
              const definition = definitions.find(one => one.id === id);
              const sides = [before, after].map(side =>
                side.find(one => one.metric === id),
              );
              return definition && sides[0] && sides[1]
                ? toCompareRow({
                    definition,
                    before: sides[0],
                    after: sides[1],
                    texts,
                    timeZone,
                  })
                : [];
            })}
          />
        )}
      </StateBoundary>
    </Panel>
  );
}
