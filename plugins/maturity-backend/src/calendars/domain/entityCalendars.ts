import {
  AROUND_THE_CLOCK,
  SESSION_CALENDAR_ANNOTATION,
  WEEKDAYS,
  type Calendar,
  type SettingProblem,
} from '@devops-scorecards/plugin-maturity-common';
import { annotationOf } from '../../assessment/domain/annotationOf';

/** The calendars by which one entity is assessed. */
export interface EntityCalendars {
  /** Working days, of the whole organisation. */
  work: Calendar;
  /** Hours in which the entity has to be available. */
  session: Calendar;
  /** Present when its annotation names no calendar of service hours. */
  problem?: SettingProblem;
}

/**
 * Chooses the calendars of an entity.
 *
 * @remarks
 * A name that is no calendar leaves the service hours around the clock: that
 * is the strictest there is, so a mistake flatters nobody.
 *
 * @param options - `entity`: as the catalog had it; `workCalendar`: id of the
 * organisation's; `calendars`: those that were known, by id
 */
export function entityCalendars(options: {
  entity: Readonly<Record<string, unknown>>;
  workCalendar: string;
  calendars: ReadonlyMap<string, Calendar>;
}): EntityCalendars {
  const { entity, calendars } = options;
  const work = calendars.get(options.workCalendar) ?? WEEKDAYS;
  const name = annotationOf(entity, SESSION_CALENDAR_ANNOTATION);
  if (name === undefined) {
    return { work, session: AROUND_THE_CLOCK };
  }
  const session = calendars.get(name);
  return session?.use === 'session'
    ? { work, session }
    : {
        work,
        session: AROUND_THE_CLOCK,
        problem: unknownCalendar(name, calendars),
      };
}

function unknownCalendar(
  name: string,
  calendars: ReadonlyMap<string, Calendar>,
): SettingProblem {
  const ids = [...calendars.values()]
    .filter(({ use }) => use === 'session')
    .map(({ id }) => id)
    .sort()
    .join(', ');
  return {
    annotation: SESSION_CALENDAR_ANNOTATION,
    value: name,
    message: {
      en: `There is no calendar of service hours '${name}', so the service counts as needed around the clock: use one of ${ids}`,
      'zh-CN': `没有名为“${name}”的服务时段日历，因此按全天候服务计算：请使用 ${ids} 之一`,
    },
  };
}
