import {
  toGeneratedEvents,
  type GeneratedEvent,
  type Happening,
} from '../generatedEvents';
import { createRandom } from '../random';
import { generateReadings } from './generateReadings';
import { generateReleases } from './generateReleases';
import { generateRequirements } from './generateRequirements';
import { generateTrunk } from './generateTrunk';
import { connectedSince, connectedUntil, periodDays } from './periodDays';
import type { PublishedPlan } from './PublishedPlan';

/** The cases are what they are: their seed never changes. */
const SEED = 2_023;

/**
 * Makes the events of one published case, oldest first. They end at a pinned
 * date and depend on nothing else, so that the published figures come out on
 * the same window for ever.
 *
 * @remarks
 *
 * No incident, no author and no attestation is made up for a real firm.
 */
export function generatePublishedCase(plan: PublishedPlan): GeneratedEvent[] {
  const happenings = plan.periods.flatMap((period, index) => {
    const random = createRandom(SEED, `${plan.name}/${index}`);
    const days = periodDays(period);
    const about = { plan, period, days, random, number: index + 1 };
    const trunk = generateTrunk(about);
    const releases = generateReleases({ ...about, updates: trunk.updates });
    return [
      ...trunk.happenings,
      ...releases.happenings,
      ...generateRequirements({ ...about, releasedAt: releases.releasedAt }),
      ...generateReadings(about),
    ];
  });
  return toGeneratedEvents({
    story: plan,
    seed: SEED,
    happenings: [...connectionOf(plan), ...happenings],
  });
}

/** From the first period on, and with the end of the last one no more. */
function connectionOf(plan: PublishedPlan): Happening[] {
  const at = connectedSince(plan.periods[0]);
  const until = connectedUntil(plan.periods[plan.periods.length - 1]);
  const kinds = ['run', 'deployment', 'change'];
  if (plan.periods.some(({ readings }) => readings.length > 0)) {
    kinds.push('measure');
  }
  if (plan.periods.some(({ requirements }) => requirements)) {
    kinds.push('work-item');
  }
  return [
    {
      kind: 'source-connected',
      at,
      subject: plan.name,
      content: { kinds, since: new Date(at).toISOString() },
      customData: {},
    },
    {
      kind: 'source-disconnected',
      at: until,
      subject: plan.name,
      content: { kinds },
      customData: {},
    },
  ];
}
