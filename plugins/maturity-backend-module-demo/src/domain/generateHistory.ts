import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { DateTime } from 'luxon';
import { generateAlerts } from './generateAlerts';
import { generateBuilds } from './generateBuilds';
import { generateDeployments } from './generateDeployments';
import {
  toGeneratedEvents,
  type GeneratedEvent,
  type Happening,
} from './generatedEvents';
import { generateIncidents } from './generateIncidents';
import { generateMeasures } from './generateMeasures';
import { generateRequirements } from './generateRequirements';
import { generateTrain } from './generateTrain';
import { createRandom } from './random';
import type { Story } from './Story';
import type { StoryOptions } from './StoryOptions';

/** Runs and changes that a part of a story may have. */
const NUMBERS_OF_PART = 1_000;

/**
 * Makes the events of one component, oldest first, all of them of what began
 * before the anchor.
 *
 * @remarks
 *
 * The same options give the same events. Anchors that lie whole weeks apart
 * give the same events at the same local times, whole weeks apart; other
 * anchors move them to other working days, with the same shares and lengths.
 *
 * @param options - `anchor` is the local midnight at which the history ends,
 *   in `timeZone` (IANA); `part`: whole number from 1 where the story goes on in
 *   several histories one after the other, absent where this is all or the first
 */
export function generateHistory(options: {
  story: Story;
  seed: number;
  anchor: EpochMs;
  timeZone: string;
  part?: number;
}): GeneratedEvent[] {
  const { story, seed, part } = options;
  /** Streams are separate, so that a story that grows does not change. */
  const about = (name: string): StoryOptions => ({
    story,
    anchor: options.anchor,
    timeZone: options.timeZone,
    part: part ?? 0,
    random: createRandom(
      seed,
      [story.name, name, part].filter(word => word !== undefined).join('/'),
    ),
  });
  const { builds, train, requirements, measures, faults, alerts } = story;
  const built = builds
    ? generateBuilds({
        ...about('builds'),
        builds,
        firstNumber: ((part ?? 0) + 1) * NUMBERS_OF_PART,
      })
    : { happenings: [], green: [] };
  const { green } = built;
  const happenings: Happening[] = [
    ...connection(about('connected')),
    ...built.happenings,
    ...(story.deployments ?? []).flatMap(deployments =>
      generateDeployments({
        ...about(deployments.environment),
        deployments,
        green,
      }),
    ),
    ...(train ? generateTrain({ ...about('train'), train, green }) : []),
    ...(requirements
      ? generateRequirements({ ...about('requirements'), requirements })
      : []),
    ...(measures ? generateMeasures({ ...about('measures'), measures }) : []),
    ...(faults ? generateIncidents({ ...about('faults'), faults }) : []),
    ...(alerts ? generateAlerts({ ...about('alerts'), alerts }) : []),
  ];
  return toGeneratedEvents({
    story,
    seed,
    part: part === undefined ? undefined : `p${part}`,
    happenings,
  });
}

/** That the sources of a component are connected, though nothing may happen. */
function connection({ story, anchor, timeZone }: StoryOptions): Happening[] {
  if (!story.connected) {
    return [];
  }
  const { kinds, firstDay } = story.connected;
  const at = DateTime.fromMillis(anchor, { zone: timeZone })
    .minus({ days: firstDay })
    .toMillis();
  return [
    {
      kind: 'source-connected',
      at,
      subject: story.name,
      content: { kinds, since: new Date(at).toISOString() },
      customData: {},
    },
  ];
}
