import type {
  AlertFields,
  EpochMs,
} from '@devops-scorecards/plugin-maturity-common';
import type { Happening } from './generatedEvents';
import { workingDays } from './localDays';
import type { AlertStory, Range, Story } from './Story';
import type { StoryOptions } from './StoryOptions';

const MINUTE = 60_000;

/** Minutes after local midnight. */
const HOURS: Range = [9 * 60, 17 * 60];
/** Minutes until a critical one is acknowledged, and until any is over. */
const ACKNOWLEDGED: Range = [1, 4];
const RESOLVED: Range = [6, 40];

/** Makes the alerts of ordinary days. */
export function generateAlerts(
  options: StoryOptions & { alerts: AlertStory },
): Happening[] {
  const { story, alerts, random } = options;
  const { names, perDay, actionableEvery, criticalEvery } = alerts;
  let ordinal = 0;
  return workingDays({ ...options, ...alerts }).flatMap(day =>
    Array.from({ length: random.integer(...perDay) }, () => {
      ordinal += 1;
      const firedAt = day.at(random.integer(...HOURS) + random.next());
      const critical =
        criticalEvery !== undefined && ordinal % criticalEvery === 0;
      return alertHappenings({
        story,
        name: names[ordinal % names.length],
        severity: critical ? 'critical' : 'warning',
        actionable: critical || ordinal % actionableEvery === 0,
        firedAt,
        ...(critical && {
          acknowledgedAt: firedAt + random.integer(...ACKNOWLEDGED) * MINUTE,
        }),
        resolvedAt: firedAt + random.integer(...RESOLVED) * MINUTE,
      });
    }).flat(),
  );
}

/** Makes one firing of an alert, from its beginning to its end. */
export function alertHappenings(options: {
  story: Pick<Story, 'name'>;
  name: string;
  severity: NonNullable<AlertFields['severity']>;
  actionable: boolean;
  firedAt: EpochMs;
  acknowledgedAt?: EpochMs;
  resolvedAt: EpochMs;
}): Happening[] {
  const { story, name, severity, actionable } = options;
  const { firedAt, acknowledgedAt, resolvedAt } = options;
  const about = {
    subject: `${story.name}/${name}`,
    content: {
      name,
      severity,
      actionable,
      startedAt: new Date(firedAt).toISOString(),
    },
    customData: {},
  };
  return [
    { ...about, kind: 'alert-fired', at: firedAt },
    ...(acknowledgedAt === undefined
      ? []
      : [
          {
            ...about,
            kind: 'alert-acknowledged' as const,
            at: acknowledgedAt,
          },
        ]),
    { ...about, kind: 'alert-resolved', at: resolvedAt },
  ];
}
