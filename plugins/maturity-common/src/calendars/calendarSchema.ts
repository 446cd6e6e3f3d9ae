import { IANAZone } from 'luxon';
import { z } from 'zod';
import type { DayHours } from './types';
import { minuteOfDay } from './minuteOfDay';
import { countsByWeekday } from './countsAsDay';

/** What is wrong with a value or that it is missing, and what to write. */
function problemWith(what: string, fix: string) {
  return {
    error: (issue: { input?: unknown }) =>
      issue.input === undefined
        ? `is missing, ${fix}`
        : `is not ${what}, ${fix}`,
  };
}

/** An object that names its keys when it is given others. */
function object<S extends z.core.$ZodLooseShape>(name: string, shape: S) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? `has unknown keys ${issue.keys.join(
            ', ',
          )}, remove or rename them: ${name} has ${keys}`
        : problemWith(name, `write ${name} with ${keys}`).error(issue),
  });
}

function text(fix: string) {
  return z
    .string(problemWith('text', fix))
    .trim()
    .min(1, { error: `is empty, ${fix}` });
}

const date = z.iso.date(
  problemWith('a date', 'write a day in quotes such as "2026-10-01"'),
);

const dates = z
  .array(date, problemWith('a list', 'list days such as ["2026-10-01"]'))
  .default([])
  .superRefine((values, context) => {
    values.forEach((value, index) => {
      if (values.indexOf(value) < index) {
        context.addIssue({
          code: 'custom',
          path: [index],
          message: `is ${value} a second time, remove it`,
        });
      }
    });
  });

function timeOfDay(fix: string) {
  return z
    .string(problemWith('a time of day', fix))
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, {
      error: `is not a time of day, ${fix}`,
    });
}

function hoursOr(otherwise: string) {
  return z
    .array(
      object('a span of hours', {
        from: timeOfDay('write it in quotes such as "09:30"'),
        to: timeOfDay('write it in quotes such as "15:00", at most "24:00"'),
      }),
      problemWith('a list', 'list spans such as {from: "09:30", to: "11:30"}'),
    )
    .min(1, { error: `is empty, list a span, or ${otherwise}` })
    .superRefine((spans, context) => checkHours(spans, context));
}

const hoursOfDates = z.record(
  z.string(),
  hoursOr('make the date a holiday'),
  problemWith(
    'hours by date',
    'write such as {"2027-02-05": [{from: "09:30", to: "11:30"}]}',
  ),
);

function checkHours(
  spans: readonly DayHours[],
  context: z.core.$RefinementCtx,
): void {
  spans.forEach(({ from, to }, index) => {
    if (minuteOfDay(from) >= minuteOfDay(to)) {
      context.addIssue({
        code: 'custom',
        path: [index],
        message:
          'ends before it begins, write a span over midnight as two: one up to "24:00" and one from "00:00"',
      });
    }
    const before = spans[index - 1];
    if (before && minuteOfDay(from) < minuteOfDay(before.to)) {
      context.addIssue({
        code: 'custom',
        path: [index],
        message:
          'begins before the span above has ended, order the spans and join those that overlap',
      });
    }
  });
}

/** A calendar as it is written. */
export const calendarSchema = object('a calendar', {
  id: text('add an id such as cn-work').regex(/^[a-z0-9][a-z0-9.-]*$/, {
    error: 'is not an id, use lower case, digits, "." and "-"',
  }),
  use: z.enum(
    ['work', 'session'],
    problemWith(
      'a use',
      'use work for working days or session for service hours',
    ),
  ),
  title: object('a text in both languages', {
    en: text('write it in English'),
    'zh-CN': text('write it in Chinese'),
  }),
  timeZone: text('use an IANA name such as Asia/Shanghai')
    .refine(name => IANAZone.isValidZone(name), {
      error: 'is not a time zone, use an IANA name such as Asia/Shanghai',
    })
    .optional(),
  weekdays: z
    .array(
      z
        .int(problemWith('a weekday', 'use 1 for Monday to 7 for Sunday'))
        .min(1, { error: 'is not a weekday, use 1 for Monday to 7 for Sunday' })
        .max(7, {
          error: 'is not a weekday, use 1 for Monday to 7 for Sunday',
        }),
      problemWith('a list', 'list weekdays such as [1, 2, 3, 4, 5]'),
    )
    .min(1, { error: 'is empty, list weekdays such as [1, 2, 3, 4, 5]' }),
  holidays: dates,
  extraDays: dates,
  hours: hoursOr('leave hours out for the whole day').optional(),
  dates: hoursOfDates.optional(),
  since: date.optional(),
  until: date.optional(),
  source: text('name the notice that the dates are from'),
}).superRefine((calendar, context) => {
  const { since, until, holidays, extraDays } = calendar;
  const say = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  if (since !== undefined && until !== undefined && since > until) {
    say(['until'], `lies before since, use a day from ${since} on`);
  }
  const checkKnown = (path: (string | number)[], day: string) => {
    if (until !== undefined && day > until) {
      say(path, `${day} lies after until, move until or remove it`);
    }
    if (since !== undefined && day < since) {
      say(path, `${day} lies before since, move since or remove it`);
    }
  };
  for (const [key, days] of Object.entries({ holidays, extraDays })) {
    days.forEach((day, index) => checkKnown([key, index], day));
  }
  for (const day of Object.keys(calendar.dates ?? {})) {
    if (!date.safeParse(day).success) {
      say(['dates'], `has "${day}", write days in quotes such as "2027-02-05"`);
    } else if (holidays.includes(day)) {
      say(['dates', day], 'is a holiday too, remove one of them');
    } else if (!countsByWeekday(calendar, day) && !extraDays.includes(day)) {
      say(
        ['dates', day],
        'does not count by its weekday, list it in extraDays',
      );
    } else {
      checkKnown(['dates', day], day);
    }
  }
  extraDays.forEach((day, index) => {
    if (holidays.includes(day)) {
      say(['extraDays', index], `${day} is a holiday too, remove one of them`);
    } else if (countsByWeekday(calendar, day)) {
      say(
        ['extraDays', index],
        `${day} counts by its weekday already, remove it or correct the date`,
      );
    }
  });
});
