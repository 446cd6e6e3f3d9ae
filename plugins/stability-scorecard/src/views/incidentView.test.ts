import {
  incidentFixture,
  openIncidentFixture,
  YESTERDAY,
} from '../__testUtils__/incidentFixture';
import { stabilityTexts } from '../__testUtils__/stabilityTexts';
import { filterIncidents, toIncidentViews } from './incidentView';

const DAY = 86_400_000;
const options = { ...stabilityTexts(), timeZone: 'Asia/Shanghai' };

describe('toIncidentViews', () => {
  it('puts open ones first, the oldest on top, then the newest', () => {
    const at = (key: string, days: number, restored: boolean) =>
      incidentFixture({
        key,
        fields: {
          title: key,
          startedAt: YESTERDAY - days * DAY,
          restoredAt: restored ? YESTERDAY : undefined,
        },
      });
    expect(
      toIncidentViews(
        [
          at('new', 0, true),
          at('open since yesterday', 0, false),
          at('old', 9, true),
          at('open for long', 5, false),
        ],
        options,
      ).map(({ title }) => title),
    ).toEqual(['open for long', 'open since yesterday', 'new', 'old']);
  });

  it('says what is known of each', () => {
    const [open, restored] = toIncidentViews(
      [incidentFixture({ corrected: true }), openIncidentFixture()],
      options,
    );
    expect(restored).toMatchObject({
      title: 'Orders are refused',
      severity: 'critical',
      detector: 'monitoring',
      detect: '2\u00a0min',
      acknowledge: '3\u00a0min',
      restore: '20\u00a0min',
      cause: 'change',
      deployment: {
        label: 'Deployment deploy-18',
        link: 'the last one within 24 hours before',
      },
      notes: ['20\u00a0min of downtime', '2 alerts', 'corrected by a person'],
    });
    expect(open).toMatchObject({
      open: true,
      age: 'open for 1\u00a0hr',
      severity: 'unknown',
      detector: 'user',
      detect: undefined,
      cause: undefined,
      notes: ['overlaps with another: the downtime counts once'],
    });
  });

  it('leads from what was made of alerts to the first of them', () => {
    const [view] = toIncidentViews(
      [incidentFixture({ key: 'alerts:disk 1', flags: ['from-alerts'] })],
      options,
    );
    expect(view.fact).toEqual({
      kind: 'alert',
      source: 'pager',
      key: 'disk 1',
    });
  });

  it('never calls what does not count open', () => {
    const [view] = toIncidentViews(
      [openIncidentFixture({ state: 'shadow', flags: ['also-reported'] })],
      options,
    );
    expect(view).toMatchObject({
      open: false,
      counted: false,
      notes: [
        'another source reports it, too: counts once',
        'not counted: another source is the one of record',
      ],
    });
  });
});

it('filterIncidents goes by detector and state', () => {
  const views = toIncidentViews(
    [
      incidentFixture(),
      openIncidentFixture(),
      incidentFixture({ key: 'left out', state: 'excluded' }),
    ],
    options,
  );
  const keys = (filter: Parameters<typeof filterIncidents>[1]) =>
    filterIncidents(views, filter).map(({ fact }) => fact.key);
  expect(keys({ detector: 'all', state: 'all' })).toHaveLength(3);
  expect(keys({ detector: 'user', state: 'all' })).toEqual(['pager INC-2']);
  expect(keys({ detector: 'all', state: 'open' })).toEqual(['pager INC-2']);
  expect(keys({ detector: 'all', state: 'restored' })).toEqual(['pager INC-1']);
  expect(keys({ detector: 'all', state: 'uncounted' })).toEqual(['left out']);
  expect(keys({ detector: 'regulator', state: 'open' })).toEqual([]);
});
