import type { Happening } from '../generatedEvents';
import type { PeriodOptions } from './generateTrunk';

/** Minutes after local midnight. */
const READ_AT = 17 * 60;
const TESTED_AT = 16 * 60 + 50;
const FRIDAY = 5;

/**
 * Makes the readings of a period: shares such as coverage weekly and on the
 * last day, test results every day where the source speaks of them.
 */
export function generateReadings(options: PeriodOptions): Happening[] {
  const { period, days, random } = options;
  const happenings: Happening[] = [];
  days.forEach((day, index) => {
    const record = (
      at: number,
      reading: { name: string; part: number; total: number },
    ) =>
      happenings.push({
        kind: 'measure-recorded',
        at: day.at(at),
        subject: reading.name,
        content: { part: reading.part, total: reading.total },
        customData: { branch: 'main', trunk: true },
      });
    if (period.testsPass) {
      const tests = random.integer(380, 460);
      record(TESTED_AT, { name: 'automated-tests', part: tests, total: tests });
    }
    if (day.weekday === FRIDAY || index === days.length - 1) {
      period.readings.forEach(reading => record(READ_AT, reading));
    }
  });
  return happenings;
}
