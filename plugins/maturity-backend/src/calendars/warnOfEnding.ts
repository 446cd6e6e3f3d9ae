import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { CalendarStore } from './CalendarStore';
import { calendarStatus, needsRenewal } from './domain/calendarStatus';

/** Warns of the calendars whose holidays are not known for long any more. */
export function warnOfEnding(options: {
  calendars: Pick<CalendarStore, 'list'>;
  timeZone: string;
  now: EpochMs;
  logger: LoggerService;
}): void {
  for (const calendar of options.calendars.list()) {
    const status = calendarStatus(calendar, options);
    if (needsRenewal(status)) {
      const { id, until } = calendar;
      options.logger.warn(
        status.daysLeft! < 0
          ? `The calendar ${id} ended on ${until}: days after that count by their weekday alone. Bring a newer version through maturity.calendars`
          : `The calendar ${id} ends on ${until}, in ${status.daysLeft} days: bring a newer version through maturity.calendars before that`,
      );
    }
  }
}
