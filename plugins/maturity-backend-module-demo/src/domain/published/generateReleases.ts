import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Happening } from '../generatedEvents';
import type { PeriodOptions, TrunkUpdate } from './generateTrunk';
import { shareOf } from './periodDays';

/** Minutes after local midnight. */
const STAGING = 17 * 60 + 15;
const PRODUCTION = 17 * 60 + 40;

/**
 * Brings the newest green commit to staging on every day and, on as many days
 * as there are releases, the same artifact to production. All of it is carried
 * out by one pipeline and succeeds.
 */
export function generateReleases(
  options: PeriodOptions & { updates: readonly TrunkUpdate[] },
): { happenings: Happening[]; releasedAt: EpochMs[] } {
  const { plan, period, days, random, updates } = options;
  const happenings: Happening[] = [];
  const releasedAt: EpochMs[] = [];
  days.forEach((day, index) => {
    const staged = day.at(STAGING + random.next() * 10);
    const built = updates.findLast(({ greenAt }) => greenAt < staged);
    if (!built) {
      return;
    }
    const deploy = (environment: string, at: EpochMs): Happening => ({
      kind: 'deployed',
      at,
      subject: plan.name,
      content: {
        environment: { id: environment },
        artifactId: `pkg:oci/${plan.name}@sha256%3A${
          built.commit
        }${built.commit.slice(0, 24)}`,
      },
      customData: {
        execution: 'pipeline',
        pipeline: `${plan.name}-release`,
        commit: built.commit,
        purpose: 'planned',
      },
    });
    happenings.push(deploy('staging', staged));
    if (shareOf(period.releases, index, days.length) > 0) {
      const released = day.at(PRODUCTION + random.next() * 10);
      happenings.push(deploy('production', released));
      releasedAt.push(released);
    }
  });
  return { happenings, releasedAt };
}
