import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { generateBuilds } from './generateBuilds';
import { generateDeployments } from './generateDeployments';
import { toGeneratedEvents, type GeneratedEvent } from './generatedEvents';
import { createRandom } from './random';
import type { Story } from './Story';

/**
 * Makes the events of one component, oldest first, all before the anchor.
 *
 * @remarks
 *
 * The same options give the same events. Anchors that lie whole weeks apart
 * give the same events at the same local times, whole weeks apart; other
 * anchors move them to other working days, with the same shares and lengths.
 *
 * @param options - `anchor` is the local midnight at which the history ends,
 *   in `timeZone` (IANA)
 */
export function generateHistory(options: {
  story: Story;
  seed: number;
  anchor: EpochMs;
  timeZone: string;
}): GeneratedEvent[] {
  const { story, seed, anchor, timeZone } = options;
  const when = { anchor, timeZone };
  const builds = story.builds
    ? generateBuilds({
        story,
        builds: story.builds,
        random: createRandom(seed, `${story.name}/builds`),
        ...when,
      })
    : { happenings: [], green: [] };
  const deployments = (story.deployments ?? []).flatMap(plan =>
    generateDeployments({
      story,
      deployments: plan,
      green: builds.green,
      random: createRandom(seed, `${story.name}/${plan.environment}`),
      ...when,
    }),
  );
  return toGeneratedEvents({
    story,
    seed,
    happenings: [...builds.happenings, ...deployments],
  });
}
