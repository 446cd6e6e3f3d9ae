import { useTheme } from '@material-ui/core/styles';
import { useMaturityPalette } from '../../theme';

/** Room on the right for half of the last label of the time axis. @public */
export const CHART_MARGIN = { top: 8, right: 28, bottom: 0, left: 0 };

/** What the charts share: text, lines and the box that explains a point. @public */
export function useChartLook() {
  const palette = useMaturityPalette();
  const theme = useTheme();
  return {
    palette,
    text: theme.palette.text.primary,
    /** What a chart is drawn on, to fill what is hollow. */
    background: theme.palette.background.paper,
    tick: { fill: palette.muted, fontSize: 12 },
    grid: { stroke: palette.line, strokeDasharray: '2 4' },
    tooltip: {
      separator: ': ',
      contentStyle: {
        width: 'max-content',
        maxWidth: 220,
        // What a point says may be longer than a narrow chart is wide.
        whiteSpace: 'normal' as const,
        backgroundColor: theme.palette.background.paper,
        border: `1px solid ${palette.line}`,
        borderRadius: 4,
        color: theme.palette.text.primary,
        fontSize: 12,
      },
      itemStyle: { color: theme.palette.text.primary },
      labelStyle: { color: theme.palette.text.primary, fontWeight: 600 },
    },
  };
}
