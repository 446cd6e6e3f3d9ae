import {
  countsAsDay,
  countWorkingDays,
  sessionSpans,
  type Calendar,
} from '@devops-scorecards/plugin-maturity-common';
import { DateTime } from 'luxon';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readCalendars } from './readCalendars';

const ZONE = 'Asia/Shanghai';

function at(iso: string): number {
  return DateTime.fromISO(iso, { zone: ZONE }).toMillis();
}

function daysOf(year: number): string[] {
  const first = DateTime.utc(year, 1, 1);
  return Array.from({ length: first.daysInYear }, (_, day) =>
    first.plus({ days: day }).toISODate(),
  ) as string[];
}

describe('the calendars that come with the product', () => {
  let work: Calendar;
  let exchange: Calendar;

  beforeAll(async () => {
    const calendars = await readCalendars([]);
    const byId = new Map(calendars.map(calendar => [calendar.id, calendar]));
    work = byId.get('cn-work')!;
    exchange = byId.get('cn-exchange')!;
  });

  it('are one of working days and one of trading hours', () => {
    expect([work.use, work.until]).toEqual(['work', '2026-12-31']);
    expect([exchange.use, exchange.until]).toEqual(['session', '2026-12-31']);
  });

  it('have 61 working days in the 90 local days that end on 27 October 2023', () => {
    const window = {
      from: at('2023-07-30T00:00'),
      to: at('2023-10-27T18:00'),
    };
    expect(countWorkingDays(work, window, 'UTC')).toBe(61);
  });

  it.each([
    [2022, 249, 242],
    [2023, 249, 242],
    [2024, 251, 242],
    [2025, 248, 243],
    [2026, 248, 242],
  ])('count the days of %d', (year, worked, traded) => {
    const days = daysOf(year);
    expect({
      worked: days.filter(day => countsAsDay(work, day)).length,
      traded: days.filter(day => countsAsDay(exchange, day)).length,
    }).toEqual({ worked, traded });
  });

  it.each([
    ['2022-04-24', true, false],
    ['2023-01-28', true, false],
    ['2023-10-06', false, false],
    ['2024-02-09', true, false],
    ['2024-02-18', true, false],
    ['2025-09-28', true, false],
    ['2026-01-04', true, false],
    ['2026-10-10', true, false],
    ['2026-11-20', true, true],
    ['2026-11-21', false, false],
  ])('on %s work: %s, trade: %s', (day, works, trades) => {
    expect([countsAsDay(work, day), countsAsDay(exchange, day)]).toEqual([
      works,
      trades,
    ]);
  });

  it('trade from 09:30 to 11:30 and from 13:00 to 15:00', () => {
    const day = { from: at('2026-11-20T00:00'), to: at('2026-11-21T00:00') };
    expect(sessionSpans(exchange, day, 'UTC')).toEqual([
      { from: at('2026-11-20T09:30'), to: at('2026-11-20T11:30') },
      { from: at('2026-11-20T13:00'), to: at('2026-11-20T15:00') },
    ]);
  });
});

describe('readCalendars', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'calendars-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  function calendar(id: string): string {
    return [
      `id: ${id}`,
      'use: work',
      'title: { en: Ours, zh-CN: 本公司 }',
      'weekdays: [1, 2, 3, 4]',
      'holidays: []',
      'extraDays: []',
      'source: the works council',
    ].join('\n');
  }

  it('adds those of a directory and lets them replace ours', async () => {
    await writeFile(path.join(folder, 'a.yaml'), calendar('ours'));
    await writeFile(path.join(folder, 'b.yml'), calendar('cn-work'));
    await writeFile(path.join(folder, 'c.txt'), 'no calendar');
    const calendars = await readCalendars([folder]);
    expect(calendars.map(({ id }) => id).sort()).toEqual([
      'cn-exchange',
      'cn-work',
      'ours',
    ]);
    expect(calendars.find(({ id }) => id === 'cn-work')!.weekdays).toEqual([
      1, 2, 3, 4,
    ]);
  });

  it('refuses the same id twice, and the ids of what is built in', async () => {
    await writeFile(path.join(folder, 'a.yaml'), calendar('ours'));
    await writeFile(path.join(folder, 'b.yaml'), calendar('ours'));
    await expect(readCalendars([folder])).rejects.toThrow(
      /b\.yaml repeats the calendar id 'ours' of .*a\.yaml; give one/,
    );
    await writeFile(path.join(folder, 'b.yaml'), calendar('weekdays'));
    await expect(readCalendars([folder])).rejects.toThrow(
      "repeats the calendar id 'weekdays' of the product",
    );
  });

  it('names what cannot be read', async () => {
    const missing = path.join(folder, 'missing.yaml');
    await expect(readCalendars([missing])).rejects.toThrow(
      `maturity.calendars names ${missing}, which cannot be read`,
    );
    const file = path.join(folder, 'broken.yaml');
    await writeFile(file, 'id: [');
    await expect(readCalendars([file])).rejects.toThrow(
      `${file} is not valid YAML`,
    );
    await writeFile(file, 'id: ours');
    await expect(readCalendars([file])).rejects.toThrow(file);
  });
});
