import { readCalendar } from './readCalendar';
import { AROUND_THE_CLOCK, WEEKDAYS } from './standardCalendars';

const written = {
  id: 'cn-work',
  use: 'work',
  title: { en: 'China, working days', 'zh-CN': '中国工作日' },
  timeZone: 'Asia/Shanghai',
  weekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-10-01', '2026-10-02'],
  extraDays: ['2026-10-10'],
  since: '2026-01-01',
  until: '2026-12-31',
  source: 'Notice of the State Council on the holidays of 2026',
};

function half(day: string) {
  return { [day]: [{ from: '09:30', to: '11:30' }] };
}

describe('readCalendar', () => {
  it('takes hours of dates, also of make-up days', () => {
    const dates = { ...half('2026-09-30'), ...half('2026-10-10') };
    expect(readCalendar({ ...written, dates }, { file: 'a.yaml' })).toEqual({
      ...written,
      dates,
    });
  });

  it('reads what is written', () => {
    expect(readCalendar(written, { file: 'cn-work.yaml' })).toEqual(written);
  });

  it('takes a calendar without dates', () => {
    const { holidays, extraDays, ...rest } = written;
    expect(readCalendar(rest, { file: 'cn-work.yaml' })).toEqual({
      ...written,
      holidays: [],
      extraDays: [],
    });
  });

  it.each([WEEKDAYS, AROUND_THE_CLOCK])('reads $id', calendar => {
    expect(readCalendar(calendar, { file: calendar.id })).toEqual(calendar);
  });

  it.each([
    [
      'no calendar at all',
      'cn',
      'a.yaml: (top) is not a calendar, write a calendar with id, use, title,',
    ],
    [
      'an unknown key',
      { ...written, holiday: [] },
      'a.yaml: (top) has unknown keys holiday, remove or rename them',
    ],
    [
      'an id with spaces',
      { ...written, id: 'CN work' },
      'a.yaml: id is not an id, use lower case, digits, "." and "-"',
    ],
    [
      'a use that does not exist',
      { ...written, use: 'rest' },
      'a.yaml: use is not a use, use work for working days or session',
    ],
    [
      'a title in one language',
      { ...written, title: { en: 'China' } },
      'a.yaml: title.zh-CN is missing, write it in Chinese',
    ],
    [
      'a zone that does not exist',
      { ...written, timeZone: 'Beijing' },
      'a.yaml: timeZone is not a time zone, use an IANA name such as Asia/Shanghai',
    ],
    [
      'a day 0',
      { ...written, weekdays: [0] },
      'a.yaml: weekdays[0] is not a weekday, use 1 for Monday to 7 for Sunday',
    ],
    [
      'no weekday',
      { ...written, weekdays: [] },
      'a.yaml: weekdays is empty, list weekdays such as [1, 2, 3, 4, 5]',
    ],
    [
      'a date that does not exist',
      { ...written, holidays: ['2026-02-30'] },
      'a.yaml: holidays[0] is not a date, write a day in quotes such as "2026-10-01"',
    ],
    [
      'a date that YAML made a number',
      { ...written, holidays: [2026] },
      'a.yaml: holidays[0] is not a date, write a day in quotes',
    ],
    [
      'a holiday twice',
      { ...written, holidays: ['2026-10-01', '2026-10-01'] },
      'a.yaml: holidays[1] is 2026-10-01 a second time, remove it',
    ],
    [
      'a holiday after the end',
      { ...written, holidays: ['2027-01-01'] },
      'a.yaml: holidays[0] 2027-01-01 lies after until, move until or remove it',
    ],
    [
      'a holiday before the beginning',
      { ...written, holidays: ['2025-12-31'] },
      'a.yaml: holidays[0] 2025-12-31 lies before since, move since or remove it',
    ],
    [
      'an end before the beginning',
      { ...written, holidays: [], extraDays: [], until: '2025-01-01' },
      'a.yaml: until lies before since, use a day from 2026-01-01 on',
    ],
    [
      'a day that is free and works',
      { ...written, extraDays: ['2026-10-01'] },
      'a.yaml: extraDays[0] 2026-10-01 is a holiday too, remove one of them',
    ],
    [
      'a make-up day that works anyway',
      { ...written, extraDays: ['2026-10-12'] },
      'a.yaml: extraDays[0] 2026-10-12 counts by its weekday already',
    ],
    [
      'an hour that does not exist',
      { ...written, hours: [{ from: '9:30', to: '25:00' }] },
      'a.yaml: hours[0].from is not a time of day, write it in quotes such as "09:30"',
    ],
    [
      'hours over midnight',
      { ...written, hours: [{ from: '21:00', to: '02:30' }] },
      'a.yaml: hours[0] ends before it begins, write a span over midnight as two',
    ],
    [
      'hours that overlap',
      {
        ...written,
        hours: [
          { from: '09:00', to: '12:00' },
          { from: '11:59', to: '15:00' },
        ],
      },
      'a.yaml: hours[1] begins before the span above has ended',
    ],
    [
      'hours of nothing',
      { ...written, hours: [] },
      'a.yaml: hours is empty, list a span, or leave hours out for the whole day',
    ],
    [
      'hours of a date that does not exist',
      { ...written, dates: { '2026-02-30': [] } },
      'a.yaml: dates.2026-02-30 is empty, list a span, or make the date a holiday',
    ],
    [
      'hours of what is no date',
      { ...written, dates: { feb: [{ from: '09:00', to: '12:00' }] } },
      'a.yaml: dates has "feb", write days in quotes such as "2027-02-05"',
    ],
    [
      'hours of a holiday',
      { ...written, dates: half('2026-10-01') },
      'is a holiday too, remove one of them',
    ],
    [
      'hours of a Sunday',
      { ...written, dates: half('2026-10-11') },
      'does not count by its weekday, list it in extraDays',
    ],
    [
      'hours of a date after the end',
      { ...written, dates: half('2027-02-05') },
      '2027-02-05 lies after until',
    ],
    [
      'hours of dates in a list',
      { ...written, dates: ['2026-09-30'] },
      'a.yaml: dates is not hours by date, write such as',
    ],
    [
      'hours of a date that overlap',
      {
        ...written,
        dates: {
          '2026-09-30': [
            { from: '09:00', to: '12:00' },
            { from: '11:00', to: '13:00' },
          ],
        },
      },
      'begins before the span above has ended',
    ],
    [
      'no source',
      { ...written, source: ' ' },
      'a.yaml: source is empty, name the notice that the dates are from',
    ],
  ])('refuses %s', (_, raw, message) => {
    expect(() => readCalendar(raw, { file: 'a.yaml' })).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('says everything at once', () => {
    expect(() =>
      readCalendar({ ...written, id: '', use: '' }, { file: 'a.yaml' }),
    ).toThrow(/a\.yaml: id .*\n.*a\.yaml: use /s);
  });
});
