import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useTexts } from '../../language';
import type { LevelTrendView } from '../../views';
import { HatchPattern, POSSIBLE_OPACITY, useHatchId } from './ChartLegend';
import { CHART_MARGIN, useChartLook } from './chartLook';

const TICKS = [1, 2, 3, 4, 5];

/** Up to this many points are marked; a lone one would not be seen. */
const FEW = 20;

/** Options of {@link LevelTrendChart}. */
export interface LevelTrendChartProps {
  view: LevelTrendView;
  maxLevel: number;
  /** Shows a time on the axis. */
  day: (at: number) => string;
}

/**
 * The measured level as steps, hatched down to what is proven and shaded up to
 * what is possible.
 */
export default function LevelTrendChart(props: LevelTrendChartProps) {
  const { view, maxLevel, day } = props;
  const look = useChartLook();
  const { t } = useTexts();
  const hatch = useHatchId();
  const levels = TICKS.filter(level => level <= maxLevel);
  const data = view.points.map(point => {
    const base = point.measured ?? point.proven;
    return {
      ...point,
      // Where nothing is decided nothing is proven, not even level 1.
      shownProven: point.measured && point.proven,
      unproven: [Math.min(point.proven, base), base],
      open: [base, Math.max(base, point.possible)],
    };
  });
  return (
    <ResponsiveContainer width="100%" height={200}>
      <ComposedChart
        data={data}
        accessibilityLayer={false}
        margin={CHART_MARGIN}
      >
        <defs>
          <HatchPattern id={hatch} />
        </defs>
        <CartesianGrid
          vertical={false}
          horizontalValues={levels}
          {...look.grid}
        />
        <XAxis
          dataKey="at"
          type="number"
          scale="time"
          domain={[view.window.from, view.window.to]}
          ticks={view.ticks}
          tickFormatter={day}
          tick={look.tick}
          tickMargin={6}
          stroke={look.palette.line}
          minTickGap={32}
        />
        <YAxis
          domain={[0.75, maxLevel + 0.25]}
          ticks={levels}
          interval={0}
          tick={look.tick}
          stroke={look.palette.line}
          width={28}
          allowDecimals={false}
        />
        <Tooltip
          {...look.tooltip}
          labelFormatter={at => day(Number(at))}
          isAnimationActive={false}
        />
        {view.hasPossible && (
          <Area
            dataKey="open"
            tooltipType="none"
            type="stepAfter"
            stroke="none"
            fill={look.palette.muted}
            fillOpacity={POSSIBLE_OPACITY}
            activeDot={false}
            isAnimationActive={false}
          />
        )}
        {view.hasUnproven && (
          <Area
            dataKey="unproven"
            tooltipType="none"
            type="stepAfter"
            stroke="none"
            fill={`url(#${hatch})`}
            fillOpacity={1}
            activeDot={false}
            isAnimationActive={false}
          />
        )}
        {view.hasUnproven && (
          <Line
            dataKey="shownProven"
            name={t('trend.proven')}
            type="stepAfter"
            stroke={look.palette.muted}
            strokeWidth={1.25}
            dot={false}
            isAnimationActive={false}
          />
        )}
        <Line
          dataKey="measured"
          name={t('trend.measured')}
          type="stepAfter"
          stroke={look.palette.level[4]}
          strokeWidth={2.5}
          dot={view.points.length <= FEW}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
