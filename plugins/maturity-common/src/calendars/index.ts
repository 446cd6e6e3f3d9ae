export * from './types';
export * from './readCalendar';
export { countsAsDay } from './countsAsDay';
export * from './workingDays';
export * from './sessionSpans';
export * from './standardCalendars';
