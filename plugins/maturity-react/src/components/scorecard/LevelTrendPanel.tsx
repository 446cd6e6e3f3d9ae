import { useCallback, useState, type ReactNode } from 'react';
import FormControl from '@material-ui/core/FormControl';
import NativeSelect from '@material-ui/core/NativeSelect';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  LevelSeries,
  Scorecard,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../../api';
import { useTexts } from '../../language';
import { useLoad } from '../../state';
import { paletteFor } from '../../theme';
import { reachesBack, toLevelTrendView } from '../../views';
import { Panel, QuietButton } from '../page';
import { Skeleton, StateBoundary } from '../state';
import { LevelTrend } from '../trend';

const useStyles = makeStyles(theme => ({
  drawn: {
    margin: theme.spacing(0.5, 0, 0),
    fontSize: '0.8125rem',
    color: paletteFor(theme.palette.type).muted,
  },
}));

/** The level over the scorecard's window, as known then or now. @public */
export function LevelTrendPanel(props: {
  scorecard: Scorecard;
  fingerprint: string;
  /** A scorecard of the past is shown: its own window is drawn. */
  fixed?: boolean;
  /** More to do with the trend, beside the choice of what to draw. */
  actions?: ReactNode;
}) {
  const { scorecard, fingerprint, fixed, actions } = props;
  const { entityRef, timeZone, model, window } = scorecard;
  const { from, to } = window;
  const classes = useStyles();
  const api = useApi(maturityApiRef);
  const texts = useTexts();
  const { t } = texts;
  const [chosen, setChosen] = useState<LevelSeries['knowledge']>();
  const load = useCallback(
    async (signal: AbortSignal): Promise<LevelSeries> => {
      const read = (knowledge: LevelSeries['knowledge']) =>
        api.getLevelSeries({
          entityRef,
          model: model.id,
          knowledge,
          window: fixed ? { from, to } : undefined,
          signal,
        });
      if (chosen) {
        return read(chosen);
      }
      // A portal that has only begun to watch has no past of its own to draw.
      const then = await read('then');
      return reachesBack(then, window) ? then : read('now');
    },
    // A new result adds to the series; the window of now moves all the time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, entityRef, model.id, chosen, fingerprint, fixed && from, fixed && to],
  );
  const { state, reload } = useLoad({ load, keep: true });
  const drawn = state.status === 'ready' ? state.value.knowledge : 'then';
  return (
    <Panel
      title={t('trend.title')}
      actions={
        <>
          {actions}
          <FormControl>
            <NativeSelect
              value={chosen ?? drawn}
              onChange={event =>
                setChosen(event.target.value as LevelSeries['knowledge'])
              }
              inputProps={{ 'aria-label': t('trend.knowledge') }}
            >
              <option value="then">{t('trend.then')}</option>
              <option value="now">{t('trend.now')}</option>
            </NativeSelect>
          </FormControl>
        </>
      }
    >
      <StateBoundary
        state={state}
        skeleton={<Skeleton height={276} />}
        onRetry={reload}
      >
        {series => {
          const view = toLevelTrendView(series, { texts, timeZone, window });
          return (
            <>
              <LevelTrend
                view={view}
                maxLevel={model.maxLevel}
                timeZone={timeZone}
              />
              <p className={classes.drawn}>
                {series.knowledge === 'then'
                  ? t('trend.drawnThen')
                  : t('trend.drawnNow')}{' '}
                {series.knowledge === 'then' && view.since && (
                  <>
                    {t('trend.since', { date: view.since })}{' '}
                    <QuietButton onClick={() => setChosen('now')}>
                      {t('trend.drawNow')}
                    </QuietButton>
                  </>
                )}
              </p>
            </>
          );
        }}
      </StateBoundary>
    </Panel>
  );
}
