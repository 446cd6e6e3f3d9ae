import { useState } from 'react';
import type { Level } from '@devops-scorecards/plugin-maturity-common';
import { useMaturityPalette } from '../../theme';

/** Options of {@link LevelSign}. @public */
export interface LevelSignProps {
  /** Absent: not assessed. */
  level?: Level;
  /** Pixels. */
  size?: number;
  /** A level that is not measured: proven or possible only. */
  hatched?: boolean;
  /** Solid: held; notched: at risk. */
  ring?: 'solid' | 'notched';
}

const OUTER = hexagon(15);
const INNER = hexagon(11.5);
const FULL = hexagon(14.5);

/** Corners of a hexagon that stands on a tip, around (16, 16). */
function hexagon(radius: number): string {
  return [0, 1, 2, 3, 4, 5]
    .map(corner => {
      const angle = (Math.PI / 3) * corner - Math.PI / 2;
      const x = 16 + radius * Math.cos(angle);
      const y = 16 + radius * Math.sin(angle);
      return `${x.toFixed(2)},${y.toFixed(2)}`;
    })
    .join(' ');
}

let hatches = 0;

/**
 * The hexagon with a level's digit. Words stand beside it, so it is hidden
 * from whoever hears the page.
 *
 * @public
 */
export function LevelSign(props: LevelSignProps) {
  const { level, size = 24, hatched, ring } = props;
  const palette = useMaturityPalette();
  const [hatch] = useState(() => `maturity-hatch-${hatches++}`);
  const colour = level ? palette.level[level] : palette.muted;
  const outlined = hatched || !level;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      {hatched && (
        <pattern
          id={hatch}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line
            x1="0"
            y1="0"
            x2="0"
            y2="5"
            stroke={colour}
            strokeOpacity="0.45"
          />
        </pattern>
      )}
      {ring && (
        <polygon
          points={OUTER}
          fill="none"
          stroke={colour}
          strokeWidth="1.75"
          strokeDasharray={ring === 'notched' ? '6 3' : undefined}
        />
      )}
      <polygon
        points={ring ? INNER : FULL}
        fill={fillOf({ level, hatched, colour, hatch })}
        stroke={outlined ? colour : 'none'}
        strokeWidth="1.5"
        strokeDasharray={level ? undefined : '3 2.5'}
      />
      <text
        x="16"
        y="16"
        dy="0.36em"
        textAnchor="middle"
        fontSize={ring ? 13 : 15}
        fontWeight="700"
        fill={outlined ? colour : palette.onLevel}
      >
        {level ?? '–'}
      </text>
    </svg>
  );
}

function fillOf(options: {
  level?: Level;
  hatched?: boolean;
  colour: string;
  hatch: string;
}): string {
  if (!options.level) {
    return 'none';
  }
  return options.hatched ? `url(#${options.hatch})` : options.colour;
}
