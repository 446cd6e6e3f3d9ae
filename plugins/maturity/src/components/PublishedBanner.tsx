import { useCallback } from 'react';
import { DateTime } from 'luxon';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  EpochMs,
  Measurement,
  PublishedAssessment,
  Scorecard,
} from '@devops-scorecards/plugin-maturity-common';
import {
  DisclosureButton,
  formatDate,
  formatDateTime,
  maturityApiRef,
  MeasurementValue,
  paletteFor,
  Panel,
  pickText,
  QuietButton,
  readAsOf,
  Skeleton,
  toMeasurementView,
  useDisclosure,
  useLoad,
  useScorecardDialogs,
  useTexts,
  type Texts,
} from '@devops-scorecards/plugin-maturity-react';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    line: { margin: 0, fontSize: '0.9375rem' },
    note: {
      margin: theme.spacing(0.5, 0),
      fontSize: '0.8125rem',
      color: palette.muted,
      maxWidth: '90ch',
    },
    // A figure may be published as what the metric counts the other way round.
    metric: { color: palette.muted, fontSize: '0.8125rem' },
    link: { color: 'inherit', textDecoration: 'underline' },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: theme.spacing(2),
      alignItems: 'center',
      fontSize: '0.8125rem',
    },
    // What is only heard must scroll along, or it widens the page.
    scroll: { overflowX: 'auto', position: 'relative' },
    table: {
      borderCollapse: 'collapse',
      fontSize: '0.875rem',
      fontVariantNumeric: 'tabular-nums',
      '& th, & td': {
        textAlign: 'left',
        verticalAlign: 'top',
        padding: theme.spacing(0.5, 3, 0.5, 0),
        borderBottom: `1px solid ${palette.line}`,
        color: theme.palette.text.primary,
      },
      '& thead th': { color: palette.muted, fontWeight: 500 },
      '& tbody th': { fontWeight: 400 },
      '& caption': { textAlign: 'left', color: palette.muted },
    },
  };
});

/** Options of {@link PublishedBanner}. */
export interface PublishedBannerProps {
  published: PublishedAssessment;
  scorecard: Scorecard;
  /** When the page is about; absent: now. */
  asOf?: EpochMs;
  onOpen: (asOf: string) => void;
}

/**
 * What an assessment elsewhere published, beside what is computed here and
 * never mixed with it.
 */
export function PublishedBanner(props: PublishedBannerProps) {
  const { published, scorecard, asOf, onOpen } = props;
  const { timeZone } = scorecard;
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const pinned = readAsOf(published.asOf, timeZone);
  const isPinned = pinned !== undefined && pinned === asOf;
  const figures = useDisclosure(isPinned);
  const time =
    pinned === undefined
      ? undefined
      : formatDateTime({ at: pinned, texts, timeZone });
  return (
    <Panel title={t('published.title')}>
      <p className={classes.line}>
        <strong>{headline(published, texts, timeZone)}</strong>{' '}
        <SourceLink published={published} />
      </p>
      {published.note && (
        <p className={classes.note}>{pickText(texts, published.note)}</p>
      )}
      <p className={classes.note}>
        {scorecard.generated
          ? t('published.generated')
          : t('published.notGenerated')}
      </p>
      <div className={classes.actions}>
        {published.figures.length > 0 && (
          <DisclosureButton state={figures}>
            {t('published.showFigures', {
              n: String(published.figures.length),
            })}
          </DisclosureButton>
        )}
        {time && isPinned && <span>{t('published.shown', { time })}</span>}
        {time && !isPinned && (
          <QuietButton onClick={() => onOpen(published.asOf ?? '')}>
            {t('published.open', { time })}
          </QuietButton>
        )}
      </div>
      {figures.open && (
        <div id={figures.regionId}>
          <Figures published={published} scorecard={scorecard} />
        </div>
      )}
    </Panel>
  );
}

function headline(
  published: PublishedAssessment,
  texts: Texts,
  timeZone: string,
): string {
  const { t } = texts;
  const day = DateTime.fromISO(published.date, { zone: timeZone });
  const date =
    /^\d{4}-\d{2}-\d{2}/.test(published.date) && day.isValid
      ? formatDate({ at: day.toMillis(), texts, timeZone })
      : published.date;
  const standard = pickText(texts, published.standard);
  return published.level === undefined
    ? t('published.noLevel', { standard, date })
    : t('published.level', { standard, level: String(published.level), date });
}

function SourceLink(props: { published: PublishedAssessment }) {
  const { title, url } = props.published.source;
  const texts = useTexts();
  const classes = useStyles();
  const words = `${texts.t('published.source')}: ${pickText(texts, title)}`;
  return url ? (
    <a
      className={classes.link}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
    >
      {words}
    </a>
  ) : (
    <span>{words}</span>
  );
}

/** Published figures and what the same metrics are here, side by side. */
function Figures(props: {
  published: PublishedAssessment;
  scorecard: Scorecard;
}) {
  const { published, scorecard } = props;
  const { entityRef, window } = scorecard;
  const { from, to } = window;
  const api = useApi(maturityApiRef);
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const wanted = [
    ...new Set(published.figures.flatMap(figure => figure.metric ?? [])),
  ].join(',');
  const load = useCallback(
    async (signal: AbortSignal): Promise<Measurement[]> =>
      wanted
        ? api.getMeasurements({
            entityRef,
            metrics: wanted.split(','),
            window: { from, to },
            signal,
          })
        : [],
    [api, entityRef, wanted, from, to],
  );
  const { state } = useLoad({ load, keep: true });
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption>{t('published.figures')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('published.figure')}</th>
            <th scope="col">{t('published.published')}</th>
            <th scope="col">{t('published.computed')}</th>
          </tr>
        </thead>
        <tbody>
          {published.figures.map(figure => {
            const title = pickText(texts, figure.title);
            const value = pickText(texts, figure.value);
            return (
              <tr key={`${title} ${value}`}>
                <th scope="row">{title}</th>
                <td>{value}</td>
                <td>
                  {state.status === 'loading' ? (
                    <Skeleton height={20} width={120} />
                  ) : (
                    <Computed
                      measurement={
                        state.status === 'ready'
                          ? state.value.find(
                              one => one.metric === figure.metric,
                            )
                          : undefined
                      }
                      timeZone={scorecard.timeZone}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Computed(props: { measurement?: Measurement; timeZone: string }) {
  const { measurement, timeZone } = props;
  const texts = useTexts();
  const dialogs = useScorecardDialogs();
  const classes = useStyles();
  return measurement ? (
    <>
      <MeasurementValue
        measurement={toMeasurementView({ measurement, texts, timeZone })}
      />{' '}
      <span className={classes.metric}>
        {dialogs?.titleOf(measurement.metric)}
      </span>
    </>
  ) : (
    <>{texts.t('published.notComputed')}</>
  );
}
