import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Random } from './random';
import type { Story } from './Story';

/** What every generator of a part of a story gets. */
export interface StoryOptions {
  story: Story;
  random: Random;
  anchor: EpochMs;
  timeZone: string;
  /** Tells what happens in one part of a story from what happens in others. */
  part: number;
}
