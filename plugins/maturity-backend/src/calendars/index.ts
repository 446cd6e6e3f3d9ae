export { CalendarStore, type CalendarStoreOptions } from './CalendarStore';
export { calendarStatus } from './domain/calendarStatus';
export type { EntityCalendars } from './domain/entityCalendars';
export { readCalendars } from './readCalendars';
export { warnOfEnding } from './warnOfEnding';
