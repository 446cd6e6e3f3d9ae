import { lazy } from 'react';
import { useTexts, type Texts } from '../../language';
import type { MetricTrendView } from '../../views';
import { MeasurementDoor } from '../criterion/MeasurementValue';
import type { ChartLegendEntry } from './ChartLegend';
import { TrendFigure } from './TrendFigure';

const MetricTrendChart = lazy(() => import('./MetricTrendChart'));

/** One metric week by week. @public */
export function MetricTrend(props: { view: MetricTrendView }) {
  const { view } = props;
  const { t } = useTexts();
  return (
    <TrendFigure
      title={view.title}
      note={[view.statistic, view.axisUnit].filter(Boolean).join(', ')}
      legend={legendOf(view, t)}
      summary={view.summary}
      height={168}
      columns={[
        t('trend.week'),
        t('trend.value'),
        t('trend.sample'),
        t('trend.status'),
      ]}
      empty={view.points.every(point => point.value === undefined)}
      rows={view.points.map(point => ({
        key: String(point.at),
        cells: [
          point.date,
          point.shown ? (
            <MeasurementDoor
              key="value"
              measurement={{ metric: view.metric, window: point.window }}
              label={t('measurement.open', { value: point.shown })}
            >
              {point.shown}
            </MeasurementDoor>
          ) : (
            '–'
          ),
          point.sample,
          point.status,
        ],
      }))}
      chart={<MetricTrendChart view={view} />}
    />
  );
}

/** Only what is in the picture; absent where nothing needs a word. */
function legendOf(
  view: MetricTrendView,
  t: Texts['t'],
): ChartLegendEntry[] | undefined {
  const entries: ChartLegendEntry[] = [
    ...(view.threshold
      ? ([{ mark: 'threshold', word: view.threshold.label }] as const)
      : []),
    ...(view.hasTooFew
      ? ([
          {
            mark: view.form === 'bars' ? 'few-bars' : 'few-points',
            word: t('trend.tooFew'),
          },
        ] as const)
      : []),
  ];
  return entries.length > 0 ? entries : undefined;
}
