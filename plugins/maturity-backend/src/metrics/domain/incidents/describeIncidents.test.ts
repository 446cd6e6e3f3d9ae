import {
  AROUND_THE_CLOCK,
  type IncidentFields,
} from '@devops-scorecards/plugin-maturity-common';
import {
  AS_OF,
  DAY,
  daysAgo,
  deployment,
  HOUR,
  MINUTE,
  TIME_ZONE,
} from '../../__testUtils__/facts';
import { alert, incident } from '../../__testUtils__/incidents';
import { describeIncidents } from './describeIncidents';

const start = daysAgo(3);

function describeWith(
  options: Partial<Parameters<typeof describeIncidents>[0]>,
) {
  return describeIncidents({
    incidents: [],
    alerts: [],
    deployments: [],
    shadows: [],
    calendars: { session: AROUND_THE_CLOCK },
    timeZone: TIME_ZONE,
    asOf: AS_OF,
    window: { from: AS_OF - 90 * DAY, to: AS_OF },
    ...options,
  });
}

function describeOne(fields: IncidentFields) {
  return describeWith({
    incidents: [incident('i', { startedAt: start, ...fields })],
  })[0];
}

describe('describeIncidents', () => {
  it('describes one that is over', () => {
    expect(
      describeWith({
        incidents: [
          incident('i', {
            startedAt: start,
            detectedAt: start + 4 * MINUTE,
            acknowledgedAt: start + 6 * MINUTE,
            restoredAt: start + HOUR,
            alertKey: 'disk',
          }),
        ],
        alerts: [
          alert('disk@1', {
            alertKey: 'disk',
            startedAt: start + 4 * MINUTE,
            resolvedAt: start + HOUR,
          }),
          alert('disk@2', { alertKey: 'disk', startedAt: start + DAY }),
          alert('cpu@1', { alertKey: 'cpu', startedAt: start + 4 * MINUTE }),
        ],
        deployments: [deployment('d', { finishedAt: start - HOUR })],
      }),
    ).toEqual([
      {
        flags: [],
        timeToDetect: 4 * MINUTE,
        timeToAcknowledge: 2 * MINUTE,
        timeToRestore: HOUR,
        downtime: HOUR,
        deployment: { key: 'd', link: 'time' },
        alerts: 1,
      },
    ]);
  });

  it('knows the age of one that is not', () => {
    expect(describeOne({ detectedAt: start })).toEqual({
      flags: [],
      timeToDetect: 0,
      age: 3 * DAY,
      downtime: 3 * DAY,
      alerts: 0,
    });
  });

  it.each([
    [
      'restored-before-start',
      { detectedAt: start, acknowledgedAt: start, restoredAt: start - MINUTE },
      {
        timeToDetect: undefined,
        timeToAcknowledge: undefined,
        timeToRestore: undefined,
        downtime: undefined,
        age: undefined,
      },
    ],
    [
      'detected-before-start',
      { detectedAt: start - MINUTE, restoredAt: start + MINUTE },
      { timeToDetect: undefined, timeToRestore: MINUTE },
    ],
    [
      'start-unknown',
      {
        startedAt: undefined,
        detectedAt: start,
        restoredAt: start + MINUTE,
      },
      { timeToDetect: undefined, timeToRestore: MINUTE, downtime: MINUTE },
    ],
  ])('flags %s', (flag, fields, expected) => {
    const described = describeOne(fields);
    expect(described.flags).toEqual([flag]);
    for (const [name, value] of Object.entries(expected)) {
      expect(described[name as keyof typeof described]).toBe(value);
    }
  });

  it('was acknowledged after it was over, where nothing else is known', () => {
    expect(
      describeOne({
        startedAt: undefined,
        acknowledgedAt: start + MINUTE,
        restoredAt: start,
      }),
    ).toEqual({ flags: ['start-unknown'], downtime: 0, alerts: 0 });
  });

  it('has no downtime without an outage', () => {
    expect(describeOne({ impact: 'degraded' }).downtime).toBe(0);
  });

  it('cuts downtime to service hours and to the window', () => {
    const session = {
      ...AROUND_THE_CLOCK,
      hours: [{ from: '09:00', to: '10:00' }],
    };
    const [{ downtime }] = describeWith({
      incidents: [incident('i', { startedAt: daysAgo(5) })],
      calendars: { session },
      window: { from: daysAgo(2), to: AS_OF },
    });
    expect(downtime).toBe(2 * HOUR);
  });

  it('flags outages that overlap, whichever comes first', () => {
    const outage = (key: string, from: number, to?: number) =>
      incident(key, {
        startedAt: start + from * MINUTE,
        detectedAt: start + from * MINUTE,
        restoredAt: to === undefined ? undefined : start + to * MINUTE,
      });
    const overlapping = (...incidents: ReturnType<typeof outage>[]) =>
      describeWith({ incidents })
        .map(({ flags }, index) =>
          flags.includes('overlaps') ? incidents[index].key : '',
        )
        .filter(Boolean);
    const long = outage('long', 0, 100);
    const inside = outage('inside', 10, 20);
    const touching = outage('touching', 100, 110);
    const open = outage('open', 105);
    expect(overlapping(long, inside, touching)).toEqual(['long', 'inside']);
    expect(overlapping(inside, touching, long)).toEqual(['inside', 'long']);
    expect(overlapping(touching, open)).toEqual(['touching', 'open']);
    expect(overlapping(inside, touching)).toEqual([]);
  });

  it('flags what another source reports by the same alert', () => {
    const fields = { startedAt: start, detectedAt: start, alertKey: 'disk' };
    const shadow = (startedAt: number, alertKey: string | undefined) =>
      incident(
        's',
        { startedAt, restoredAt: startedAt + MINUTE, alertKey },
        { source: 'other' },
      );
    const reported = (mine: IncidentFields, other: ReturnType<typeof shadow>) =>
      describeWith({
        incidents: [incident('i', { ...fields, ...mine })],
        shadows: [other],
      })[0].flags.includes('also-reported');
    expect(reported({}, shadow(start, 'disk'))).toBe(true);
    expect(reported({}, shadow(start, 'cpu'))).toBe(false);
    expect(reported({ alertKey: undefined }, shadow(start, undefined))).toBe(
      false,
    );
    expect(
      reported({ restoredAt: start + HOUR }, shadow(start + DAY, 'disk')),
    ).toBe(false);
  });

  it('counts the alerts that an incident was made of', () => {
    const alerts = [0, 1, 2].map(minute =>
      alert(`a${minute}`, { startedAt: start + minute * MINUTE }),
    );
    const [described] = describeWith({
      incidents: [
        incident('alerts:a0', {
          detectedAt: start,
          restoredAt: start + MINUTE,
        }),
      ],
      alerts,
    });
    expect(described).toMatchObject({
      flags: ['from-alerts', 'start-unknown'],
      alerts: 2,
    });
  });
});
