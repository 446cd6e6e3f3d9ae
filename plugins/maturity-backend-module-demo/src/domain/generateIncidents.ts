import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { alertHappenings } from './generateAlerts';
import type { Happening } from './generatedEvents';
import { workingDays } from './localDays';
import type { FaultStory, Story } from './Story';
import type { StoryOptions } from './StoryOptions';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Of a critical alert somebody is paged. */
const PAGED = 'critical';

/** Makes faults, spread evenly over the working days, and what comes of each. */
export function generateIncidents(
  options: StoryOptions & { faults: NonNullable<Story['faults']> },
): Happening[] {
  const { faults: told, random } = options;
  const { faults } = told;
  const days = workingDays({ ...options, ...told });
  return faults.flatMap((fault, index) => {
    const day =
      days[Math.floor(((index + random.next()) * days.length) / faults.length)];
    const startedAt = day.at(random.integer(...fault.hours) + random.next());
    return faultHappenings({ ...options, fault, index, startedAt });
  });
}

/** Makes what happens from the start of a fault to the end of its actions. */
export function faultHappenings(
  options: StoryOptions & {
    fault: FaultStory;
    index: number;
    startedAt: EpochMs;
  },
): Happening[] {
  const { story, random, part, fault, index, startedAt } = options;
  const detectedAt = startedAt + random.integer(...fault.detected) * MINUTE;
  const acknowledgedAt =
    detectedAt + random.integer(...fault.acknowledged) * MINUTE;
  const restoredAt = Math.max(
    startedAt + random.integer(...fault.restored) * MINUTE,
    acknowledgedAt + MINUTE,
  );
  const subject = incidentId(story, part, index);
  const alertKey = fault.alert && `${story.name}/${fault.alert}`;
  const about = { subject, content: {}, customData: {} };
  const happenings: Happening[] = [
    {
      ...about,
      kind: 'incident-opened',
      at: detectedAt,
      content: {
        title: fault.title,
        severity: fault.severity,
        impact: fault.impact,
        environment: 'production',
        startedAt: new Date(startedAt).toISOString(),
        ...(fault.cause && { cause: fault.cause }),
        ...(fault.detectedBy && { detectedBy: fault.detectedBy }),
        ...(alertKey && { alertKey }),
      },
    },
    { ...about, kind: 'incident-acknowledged', at: acknowledgedAt },
    { ...about, kind: 'incident-restored', at: restoredAt },
  ];
  if (fault.alert) {
    happenings.push(
      ...alertHappenings({
        story,
        name: fault.alert,
        severity: PAGED,
        actionable: true,
        firedAt: detectedAt,
        acknowledgedAt,
        resolvedAt: restoredAt,
      }),
    );
  }
  if (fault.reviewDays !== undefined) {
    happenings.push(
      ...reviewHappenings({
        ...options,
        reviewedAt: restoredAt + fault.reviewDays * DAY,
      }),
    );
  }
  return happenings;
}

function reviewHappenings(
  options: StoryOptions & {
    fault: FaultStory;
    index: number;
    reviewedAt: EpochMs;
  },
): Happening[] {
  const { story, part, fault, index, reviewedAt } = options;
  const incident = incidentId(story, part, index);
  const repeatOf =
    fault.repeats && part > 0 ? incidentId(story, part - 1, index) : undefined;
  const happenings: Happening[] = [
    {
      kind: 'incident-reviewed',
      at: reviewedAt,
      subject: incident,
      content: repeatOf ? { repeatOf } : {},
      customData: {},
    },
  ];
  const { action } = fault;
  if (action) {
    const about = {
      subject: `${incident}-action`,
      content: {
        form: 'action',
        title: action.title,
        dueAt: new Date(reviewedAt + action.dueDays * DAY).toISOString(),
        incident,
      },
      customData: {},
    };
    happenings.push({ ...about, kind: 'work-created', at: reviewedAt });
    if (action.doneDays !== undefined) {
      happenings.push({
        ...about,
        kind: 'work-done',
        at: reviewedAt + action.doneDays * DAY,
      });
    }
  }
  return happenings;
}

function incidentId(
  story: Pick<Story, 'name'>,
  part: number,
  index: number,
): string {
  return `${story.name}-fault-${part}-${index + 1}`;
}
