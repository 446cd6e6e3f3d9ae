import { lazy } from 'react';
import { useTexts } from '../../language';
import type { MetricTrendView } from '../../views';
import { MeasurementDoor } from '../criterion/MeasurementValue';
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
      legend={
        view.threshold
          ? [{ mark: 'threshold', word: view.threshold.label }]
          : undefined
      }
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
