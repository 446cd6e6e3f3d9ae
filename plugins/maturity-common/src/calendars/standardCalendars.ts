import type { Calendar } from './types';

/** Monday to Friday without any holiday, for portals that name no calendar. @public */
export const WEEKDAYS: Calendar = {
  id: 'weekdays',
  use: 'work',
  title: { en: 'Monday to Friday', 'zh-CN': '周一至周五' },
  weekdays: [1, 2, 3, 4, 5],
  holidays: [],
  extraDays: [],
  source: 'Every week alike; knows no holidays',
};

/** Every hour of every day, for entities that name no calendar. @public */
export const AROUND_THE_CLOCK: Calendar = {
  id: '24x7',
  use: 'session',
  title: { en: 'Around the clock', 'zh-CN': '7×24 小时' },
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  holidays: [],
  extraDays: [],
  source: 'Every day alike',
};
