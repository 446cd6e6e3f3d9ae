import type { DotStripView } from '../../views/dotStripView';

/** Pixels from one dot to the one above it. */
export const LANE_HEIGHT = 12;

/** Room for the labels of the axis and half a dot. */
const AXIS_HEIGHT = 48;

/** The least that looks like a chart. */
const LEAST_LANES = 4;

/** As many dots on top of each other as a page has room for. */
export const MOST_LANES = 12;

/** Lanes that a chart has room for. */
export function lanesOf(view: Pick<DotStripView, 'lanes'>): number {
  return Math.min(MOST_LANES, Math.max(LEAST_LANES, view.lanes));
}

/** Pixels that a chart takes, known before it is there. */
export function chartHeight(view: Pick<DotStripView, 'lanes'>): number {
  return AXIS_HEIGHT + lanesOf(view) * LANE_HEIGHT;
}
