import type { BadInput } from './badInput';
import { buildCdevent, type BuildOptions, structured } from './buildCdevent';

type Mistake = [cause: string, fix: string, options: BuildOptions];

const measured = (content: Record<string, unknown>): BuildOptions => ({
  name: 'measure.recorded',
  content,
});
const opened = (content: Record<string, unknown>): BuildOptions => ({
  name: 'incident.opened',
  content,
});

/** Events that say of their facts what cannot be. */
const MISTAKES: readonly Mistake[] = [
  [
    'Coverage of 140 %',
    'Send what is covered as `part`, all that there is as `total`.',
    measured({ part: 140, total: 100 }),
  ],
  [
    'Negative reading',
    'Send no placeholder for a failed reading.',
    measured({ part: -1, total: 100 }),
  ],
  [
    'Share of nothing',
    'Send it when there is something to count.',
    measured({ part: 0, total: 0 }),
  ],
  ['Share without its total', 'Send both.', measured({ part: 84 })],
  [
    'Percentage where a share is expected',
    'Send `part` and `total`.',
    measured({ value: 84.39 }),
  ],
  [
    'Unknown severity',
    'Map the words of the tool.',
    opened({ severity: 'P1' }),
  ],
  ['Unknown impact', 'Map the words of the tool.', opened({ impact: 'huge' })],
  [
    'Unknown detector',
    'Leave it out where it is not known.',
    opened({ detectedBy: 'somebody' }),
  ],
  ['Unknown cause', 'Send `other`.', opened({ cause: 'weather' })],
  [
    'Time of a fact that is none',
    'Send RFC 3339.',
    opened({ startedAt: 'this morning' }),
  ],
  [
    'Incident that was restored before it started',
    'Correct the time that is wrong.',
    {
      name: 'incident.restored',
      content: {
        startedAt: '2026-11-02T01:55:00Z',
        restoredAt: '2026-11-02T01:35:00Z',
      },
    },
  ],
  [
    'Reopened incident with a time of restoration',
    'Leave the time out.',
    {
      name: 'incident.reopened',
      content: { restoredAt: '2026-11-02T01:35:00Z' },
    },
  ],
  [
    'End of an alert that does not say which firing',
    'Send `startedAt` of the firing.',
    { name: 'alert.resolved', content: {} },
  ],
  [
    'Unset time of an alert that still fires',
    'Leave the end out until it is resolved.',
    {
      name: 'alert.fired',
      content: {
        startedAt: '2026-11-02T01:55:00Z',
        resolvedAt: '0001-01-01T00:00:00Z',
      },
    },
  ],
  [
    'Unknown severity of an alert',
    'Map the words of the tool.',
    { name: 'alert.fired', content: { severity: 'page' } },
  ],
  [
    'Unknown form of a work item',
    'Map the words of the tool.',
    { name: 'workitem.created', content: { form: 'epic' } },
  ],
  [
    'Unknown strategy of a rollout',
    'Use a documented value.',
    { name: 'service.deployed', customData: { strategy: 'gray' } },
  ],
  [
    'Rollout that ended before it began',
    'Correct the time that is wrong.',
    {
      name: 'service.deployed',
      customData: { startedAt: '2026-11-02T03:00:00Z' },
    },
  ],
  [
    'Connection of an unknown kind of fact',
    'Name a kind of fact.',
    { name: 'source.connected', content: { kinds: ['build'] } },
  ],
  [
    'Connection since a time in the future',
    'Announce it when it begins.',
    {
      name: 'source.connected',
      content: { kinds: ['incident'], since: '2026-12-01T00:00:00Z' },
    },
  ],
];

/** The mistakes as deliveries of one event each. */
export const badFacts: readonly BadInput[] = MISTAKES.map(
  ([cause, fix, options]) => ({
    cause,
    fix,
    message: structured(buildCdevent(options)),
  }),
);
