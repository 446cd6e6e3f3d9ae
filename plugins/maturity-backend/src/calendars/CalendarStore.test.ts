import { mockServices } from '@backstage/backend-test-utils';
import {
  AROUND_THE_CLOCK,
  SESSION_CALENDAR_ANNOTATION,
  WEEKDAYS,
  type Calendar,
} from '@devops-scorecards/plugin-maturity-common';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import { component } from '../facts/__testUtils__/events';
import { currentKnowledge } from '../database';
import { CalendarStore } from './CalendarStore';
import { warnOfEnding } from './warnOfEnding';

const ours: Calendar = { ...WEEKDAYS, id: 'ours', until: '2026-12-31' };
const hours: Calendar = {
  ...AROUND_THE_CLOCK,
  id: 'office',
  hours: [{ from: '09:00', to: '17:00' }],
};
const entity = component('payments', {
  [SESSION_CALENDAR_ANNOTATION]: ' office ',
});

describe.each(CONTRACT_DATABASES)('CalendarStore on %s', database => {
  const databases = contractDatabases();

  it('gives the calendars as they were known', async () => {
    const knex = await databases.create(database);
    const create = (calendars: Calendar[]) =>
      CalendarStore.create({ knex, calendars, workCalendar: 'ours' });
    const before = await currentKnowledge(knex);
    await create([ours, hours]);
    const first = await currentKnowledge(knex);
    // The same contents are no news.
    await create([ours, hours]);
    expect(await currentKnowledge(knex)).toBe(first);

    const changed = { ...ours, holidays: ['2026-12-24'] };
    const store = await create([changed, hours]);
    const second = await currentKnowledge(knex);
    expect(second).toBe(first + 1);
    // An earlier content that comes back counts again.
    const back = await create([ours, hours]);
    expect(await currentKnowledge(knex)).toBe(second + 1);

    expect(store.calendarsFor(entity, before)).toMatchObject({
      work: WEEKDAYS,
      session: AROUND_THE_CLOCK,
    });
    expect(store.calendarsFor(entity, first)).toEqual({
      work: ours,
      session: hours,
    });
    expect(store.calendarsFor(entity, second)).toEqual({
      work: changed,
      session: hours,
    });
    expect(back.calendarsFor(entity, second + 1).work).toEqual(ours);
    expect(store.isChangedBetween({ after: first, upTo: second })).toBe(true);
    expect(store.isChangedBetween({ after: second, upTo: second + 5 })).toBe(
      false,
    );
    await store.refresh();
    expect(store.isChangedBetween({ after: second, upTo: second + 5 })).toBe(
      true,
    );
    expect(store.list().map(({ id }) => id)).toEqual([
      '24x7',
      'office',
      'ours',
      'weekdays',
    ]);
  });

  it('leaves out a calendar that the portal no longer has', async () => {
    const knex = await databases.create(database);
    const options = { knex, workCalendar: 'weekdays' };
    await CalendarStore.create({ ...options, calendars: [hours] });
    const store = await CalendarStore.create({ ...options, calendars: [] });
    expect(store.calendarsFor(entity, 99)).toMatchObject({
      session: AROUND_THE_CLOCK,
      problem: {
        annotation: SESSION_CALENDAR_ANNOTATION,
        value: 'office',
        message: { en: expect.stringContaining('use one of 24x7') },
      },
    });
  });
});

describe('CalendarStore', () => {
  const databases = contractDatabases();

  it('takes only a calendar of service hours for service hours', async () => {
    const knex = await databases.create('SQLite');
    const store = await CalendarStore.create({
      knex,
      calendars: [ours],
      workCalendar: 'ours',
    });
    const wrong = component('payments', {
      [SESSION_CALENDAR_ANNOTATION]: 'ours',
    });
    expect(store.calendarsFor(wrong, 99).session).toBe(AROUND_THE_CLOCK);
    expect(store.calendarsFor(wrong, 99).problem?.value).toBe('ours');
    expect(store.calendarsFor(component('other'), 99)).not.toHaveProperty(
      'problem',
    );
  });

  it.each(['other', 'office'])(
    'refuses %s as the calendar of working days',
    async workCalendar => {
      const knex = await databases.create('SQLite');
      await expect(
        CalendarStore.create({ knex, calendars: [ours, hours], workCalendar }),
      ).rejects.toThrow(
        `maturity.workCalendar is '${workCalendar}', which is no calendar of working days: use one of ours, weekdays`,
      );
    },
  );

  it('warns of what ends soon and of what has ended', async () => {
    const logger = mockServices.logger.mock();
    const warn = (now: string) => {
      logger.warn.mockClear();
      warnOfEnding({
        calendars: { list: () => [WEEKDAYS, ours] },
        timeZone: 'UTC',
        now: Date.parse(now),
        logger,
      });
      return logger.warn.mock.calls.map(([message]) => message);
    };
    expect(warn('2026-10-01T00:00:00Z')).toEqual([]);
    expect(warn('2026-12-30T00:00:00Z')).toEqual([
      'The calendar ours ends on 2026-12-31, in 1 days: bring a newer version through maturity.calendars before that',
    ]);
    expect(warn('2027-01-01T00:00:00Z')).toEqual([
      'The calendar ours ended on 2026-12-31: days after that count by their weekday alone. Bring a newer version through maturity.calendars',
    ]);
  });
});
