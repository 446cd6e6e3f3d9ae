import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Happening } from '../generatedEvents';
import type { PeriodOptions } from './generateTrunk';

const DAY = 86_400_000;
/** How far lead times lie apart from their mean, as a share of it. */
const SPREAD = 0.4;

/**
 * Makes requirements that are released with the releases. Their lead times lie
 * in pairs around the mean, which therefore comes out exactly.
 */
export function generateRequirements(
  options: PeriodOptions & { releasedAt: readonly EpochMs[] },
): Happening[] {
  const { plan, period, number, random, releasedAt } = options;
  const { requirements } = period;
  if (!requirements || releasedAt.length === 0) {
    return [];
  }
  const { count, meanDays } = requirements;
  const happenings: Happening[] = [];
  let deviation = 0;
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const first = ordinal % 2 === 0;
    const unpaired = first && ordinal === count - 1;
    if (first) {
      deviation = unpaired
        ? 0
        : Math.round(random.next() * SPREAD * meanDays * DAY);
    }
    const lead = meanDays * DAY + (first ? -deviation : deviation);
    const released =
      releasedAt[Math.floor((ordinal * releasedAt.length) / count)];
    const about = {
      subject: `${plan.name}-requirement-${number}-${ordinal + 1}`,
      content: {
        form: 'requirement',
        title: `Requirement ${number}.${ordinal + 1}`,
      },
      customData: {},
    };
    happenings.push(
      { ...about, kind: 'work-accepted', at: released - lead },
      { ...about, kind: 'work-released', at: released },
    );
  }
  return happenings;
}
