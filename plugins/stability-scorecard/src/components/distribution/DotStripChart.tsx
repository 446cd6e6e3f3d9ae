import {
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useChartLook } from '@devops-scorecards/plugin-maturity-react';
import { useTheme } from '@material-ui/core/styles';
import type { Dot, DotStripView } from '../../views/dotStripView';
import { chartHeight, lanesOf } from './chartHeight';
import { LINE_DASHES } from './lineDashes';

/** Half of the last label of the axis has room on the right. */
const MARGIN = { top: 8, right: 28, bottom: 0, left: 28 };

/** Room for half a dot at either end of the logarithmic axis. */
const EDGE = 1.15;

/** Every item of a sample of durations as a dot, with median and 90th percentile. */
export default function DotStripChart(props: { view: DotStripView }) {
  const { view } = props;
  const { dots, domain, ticks, lines } = view;
  const look = useChartLook();
  const { palette } = look;
  const theme = useTheme();
  const colour = palette.level[4];
  const labels = new Map(ticks.map(({ x, label }) => [x, label]));
  const lanes = lanesOf(view);
  return (
    <ResponsiveContainer width="100%" height={chartHeight(view)}>
      <ScatterChart accessibilityLayer={false} margin={MARGIN}>
        <CartesianGrid horizontal={false} {...look.grid} />
        <XAxis
          dataKey="x"
          type="number"
          scale="log"
          domain={[domain[0] / EDGE, domain[1] * EDGE]}
          ticks={ticks.map(({ x }) => x)}
          tickFormatter={x => labels.get(x) ?? ''}
          tick={look.tick}
          tickMargin={6}
          stroke={palette.line}
          interval="preserveStartEnd"
          minTickGap={16}
        />
        <YAxis
          dataKey="lane"
          type="number"
          // Stacks higher than there is room for are pressed together.
          domain={[-0.75, Math.max(lanes, view.lanes)]}
          hide
        />
        <Tooltip
          cursor={false}
          isAnimationActive={false}
          content={({ payload }) => {
            const dot = payload?.[0]?.payload as Dot | undefined;
            return dot ? <DotWords dot={dot} /> : null;
          }}
        />
        {lines.map(({ statistic, x }) => (
          <ReferenceLine
            key={statistic}
            x={x}
            stroke={palette.muted}
            strokeWidth={2}
            strokeDasharray={LINE_DASHES[statistic]}
          />
        ))}
        <Scatter
          data={dots}
          isAnimationActive={false}
          shape={({ cx, cy, payload }: DotPlace) => (
            <circle
              cx={cx}
              cy={cy}
              r={4.5}
              fill={payload?.open ? theme.palette.background.paper : colour}
              stroke={colour}
              strokeWidth={1.5}
            />
          )}
        />
      </ScatterChart>
    </ResponsiveContainer>
  );

  function DotWords({ dot }: { dot: Dot }) {
    return (
      <div style={{ ...look.tooltip.contentStyle, padding: '4px 8px' }}>
        <div style={{ fontWeight: 600 }}>{dot.label}</div>
        <div>{dot.when}</div>
        <div>{dot.open ? dot.state : dot.duration}</div>
      </div>
    );
  }
}

/** What the chart says of where a dot belongs. */
interface DotPlace {
  cx?: number;
  cy?: number;
  payload?: Dot;
}
