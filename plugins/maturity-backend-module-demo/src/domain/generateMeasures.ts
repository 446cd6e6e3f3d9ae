import type { Happening } from './generatedEvents';
import { workingDays } from './localDays';
import type { MeasureStory } from './Story';
import type { StoryOptions } from './StoryOptions';

const FRIDAY = 5;
/** Minutes after local midnight. */
const READ_AT = 18 * 60;

/** Makes readings of the trunk on every Friday. */
export function generateMeasures(
  options: StoryOptions & { measures: MeasureStory },
): Happening[] {
  const { measures } = options;
  return workingDays({ ...options, ...measures })
    .filter(({ weekday }) => weekday === FRIDAY)
    .flatMap(day =>
      Object.entries(measures.shares).map(
        ([name, [part, total]]): Happening => ({
          kind: 'measure-recorded',
          at: day.at(READ_AT),
          subject: name,
          content: { part, total },
          customData: { branch: 'main', trunk: true },
        }),
      ),
    );
}
