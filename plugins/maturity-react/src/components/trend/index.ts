export type { ChartLegendEntry, ChartMark } from './ChartLegend';
export { CHART_MARGIN, useChartLook } from './chartLook';
export { LevelTrend } from './LevelTrend';
export { MetricTrend } from './MetricTrend';
export { TrendFigure, type TrendFigureProps } from './TrendFigure';
