import { DateTime } from 'luxon';
import { generatePublishedCase } from './generatePublishedCase';
import { PUBLISHED_PLANS } from './publishedPlans';

const ZONE = 'Asia/Shanghai';

function midnightAfter(time: number): string {
  return DateTime.fromMillis(time, { zone: ZONE })
    .startOf('day')
    .plus({ days: 1 })
    .toUTC()
    .toISO()!;
}

describe.each(PUBLISHED_PLANS.map(plan => [plan.name, plan] as const))(
  '%s',
  (_, plan) => {
    const events = generatePublishedCase(plan);

    it('is the same every time, and moderate', () => {
      expect(generatePublishedCase(plan)).toEqual(events);
      expect(events.length).toBeLessThan(2_000);
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    });

    it('ends at its pinned date', () => {
      const end = Date.parse(plan.periods.at(-1)!.end);
      const told = [...events];
      const last = told.pop()!;
      expect(last.type).toContain('source.disconnected');
      expect(last.time).toBe(midnightAfter(end));
      const times = told.map(({ time }) => Date.parse(time));
      expect(Math.max(...times)).toBeLessThan(end);
      expect(Math.max(...times)).toBeGreaterThan(end - 2 * 60 * 60_000);
    });

    it('makes up no incident and no person of a real firm', () => {
      for (const { type, data } of events) {
        expect(type).not.toMatch(/incident|alert/);
        expect(data.customData).not.toHaveProperty('author');
      }
    });

    it('happens on days on which people work', () => {
      for (const event of events) {
        // Requirements are accepted whenever their lead time says.
        if (/connected|accepted/.test(event.type)) continue;
        const local = DateTime.fromISO(event.time, { zone: ZONE });
        expect(local.weekday).toBeLessThanOrEqual(5);
        expect(local.hour).toBeGreaterThanOrEqual(9);
        expect(local.hour).toBeLessThanOrEqual(17);
        for (const { quiet } of plan.periods) {
          for (const [from, to] of quiet) {
            const date = local.toISODate()!;
            expect(date >= from && date <= to).toBe(false);
          }
        }
      }
    });
  },
);
