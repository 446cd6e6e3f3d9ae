import type { Happening } from './generatedEvents';
import { workingDays } from './localDays';
import type { RequirementStory } from './Story';
import type { StoryOptions } from './StoryOptions';

/** Minutes after local midnight. */
const ACCEPTED = 9 * 60 + 15;
const RELEASED = 20 * 60 + 20;

/** Makes requirements, each accepted one morning and released some evenings later. */
export function generateRequirements(
  options: StoryOptions & { requirements: RequirementStory },
): Happening[] {
  const { story, requirements, random, part } = options;
  const { count, leadWorkingDays } = requirements;
  const days = workingDays({ ...options, ...requirements });
  return Array.from({ length: count }, (_, ordinal) => {
    const end = Math.floor(((ordinal + random.next()) * days.length) / count);
    const begin = Math.max(0, end - random.integer(...leadWorkingDays));
    const number = `${part}.${ordinal + 1}`;
    const about = {
      subject: `${story.name}-requirement-${number}`,
      content: { form: 'requirement', title: `Requirement ${number}` },
      customData: {},
    };
    return [
      {
        ...about,
        kind: 'work-accepted' as const,
        at: days[begin].at(ACCEPTED),
      },
      {
        ...about,
        kind: 'work-released' as const,
        at: days[end].at(RELEASED + random.next()),
      },
    ];
  }).flat();
}
