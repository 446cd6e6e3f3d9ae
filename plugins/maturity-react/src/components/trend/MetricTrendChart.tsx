import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { MetricTrendPoint, MetricTrendView } from '../../views';
import { axisOf } from './axis';
import { CHART_MARGIN, useChartLook } from './chartLook';

/** A metric week by week, with the threshold that judges it. */
export default function MetricTrendChart(props: { view: MetricTrendView }) {
  const { view } = props;
  const look = useChartLook();
  const axis = axisOf({
    values: view.points.flatMap(point => point.value ?? []),
    unit: view.unit,
    threshold: view.threshold?.value,
  });
  const colour = look.palette.level[4];
  // A week with too few items is drawn, but nothing leads to or from it.
  const data = view.points.map(point => ({
    ...point,
    enough: point.tooFew ? undefined : point.value,
    few: point.tooFew ? point.value : undefined,
  }));
  return (
    <ResponsiveContainer width="100%" height={168}>
      <ComposedChart
        data={data}
        accessibilityLayer={false}
        margin={CHART_MARGIN}
      >
        <CartesianGrid vertical={false} {...look.grid} />
        <XAxis
          dataKey="day"
          tick={look.tick}
          tickMargin={6}
          stroke={look.palette.line}
          interval="preserveStartEnd"
          minTickGap={24}
        />
        <YAxis
          domain={axis.domain}
          ticks={axis.ticks}
          tickFormatter={value =>
            view.tick(value, axis.domain[axis.domain.length - 1])
          }
          tick={look.tick}
          stroke={look.palette.line}
          width={56}
          interval={0}
        />
        <Tooltip
          {...look.tooltip}
          cursor={{ fill: look.palette.line, fillOpacity: 0.3 }}
          labelFormatter={label => label}
          separator=""
          formatter={(_value, _name, item) => [
            describe(item.payload as MetricTrendPoint),
            '',
          ]}
          isAnimationActive={false}
        />
        {view.threshold && (
          <ReferenceLine
            y={view.threshold.value}
            stroke={look.palette.verdict.fail}
            strokeDasharray="6 3"
            strokeWidth={1.5}
          />
        )}
        {view.form === 'bars' && (
          <Bar
            dataKey="enough"
            // One place on the axis for both, as a week is only one of them.
            stackId="week"
            name={view.title}
            fill={colour}
            maxBarSize={18}
            isAnimationActive={false}
          />
        )}
        {view.form === 'bars' && view.hasTooFew && (
          <Bar
            dataKey="few"
            stackId="week"
            name={view.title}
            fill={colour}
            fillOpacity={0}
            stroke={colour}
            strokeWidth={1.5}
            maxBarSize={18}
            isAnimationActive={false}
          />
        )}
        {view.form === 'line' && (
          <Line
            dataKey="enough"
            name={view.title}
            stroke={colour}
            strokeWidth={2}
            dot={{ r: 3, fill: colour, strokeWidth: 0 }}
            // A week without a value is a gap, not a bridge.
            connectNulls={false}
            isAnimationActive={false}
          />
        )}
        {view.form === 'line' && view.hasTooFew && (
          <Line
            dataKey="few"
            name={view.title}
            stroke={colour}
            // Points only: two such weeks in a row are no line either.
            strokeWidth={0}
            dot={{
              r: 3,
              fill: look.background,
              stroke: colour,
              strokeWidth: 1.5,
            }}
            activeDot={{
              r: 4,
              fill: look.background,
              stroke: colour,
              strokeWidth: 1.5,
            }}
            connectNulls={false}
            isAnimationActive={false}
          />
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function describe(point: MetricTrendPoint): string {
  return [point.shown, `n = ${point.sample}`, point.status]
    .filter(Boolean)
    .join(', ');
}
