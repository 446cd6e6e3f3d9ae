import { lazy } from 'react';
import { formatDay } from '../../format';
import { useTexts, type Texts } from '../../language';
import type { LevelTrendView } from '../../views';
import type { ChartLegendEntry } from './ChartLegend';
import { TrendFigure } from './TrendFigure';

// The chart library comes with the first chart, not with the page.
const LevelTrendChart = lazy(() => import('./LevelTrendChart'));

/** The level over time. @public */
export function LevelTrend(props: {
  view: LevelTrendView;
  maxLevel: number;
  timeZone: string;
}) {
  const { view, maxLevel, timeZone } = props;
  const texts = useTexts();
  const { t } = texts;
  return (
    <TrendFigure
      title={t('trend.level')}
      note={t('trend.days')}
      legend={legendOf(view, t)}
      summary={view.summary}
      height={200}
      columns={[
        t('trend.at'),
        t('trend.measured'),
        t('trend.proven'),
        t('trend.possible'),
        t('trend.decided'),
      ]}
      rows={view.points.map(point => ({
        key: String(point.at),
        cells: [
          point.date,
          point.measured ? String(point.measured) : t('trend.levelUnknown'),
          String(point.proven),
          String(point.possible),
          point.decided,
        ],
      }))}
      chart={
        <LevelTrendChart
          view={view}
          maxLevel={maxLevel}
          day={at => formatDay({ at, texts, timeZone })}
        />
      }
    />
  );
}

/** Only what is in the picture. */
function legendOf(view: LevelTrendView, t: Texts['t']): ChartLegendEntry[] {
  return [
    ...(view.hasMeasured
      ? ([{ mark: 'measured', word: t('trend.measured') }] as const)
      : []),
    ...(view.hasUnproven
      ? ([
          { mark: 'proven', word: t('trend.proven') },
          { mark: 'unproven', word: t('trend.unproven') },
        ] as const)
      : []),
    ...(view.hasPossible
      ? ([{ mark: 'possible', word: t('trend.possibleBand') }] as const)
      : []),
  ];
}
