import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import type { CalendarStore } from '../calendars';
import type { AlertRule } from '../metrics/domain/incidents';
import type { ModelStore } from '../models';

/** What every assessment of this portal has in common. */
export interface AssessmentContext {
  knex: Knex;
  models: ModelStore;
  metrics: readonly Metric[];
  calendars: Pick<CalendarStore, 'calendarsFor' | 'isChangedBetween'>;
  /** When an alert becomes an incident; absent where none ever does. */
  alertRule?: AlertRule;
  /** IANA zone in which days are cut. */
  timeZone: string;
  /** Source names; the first that an entity is bound to is its source of record. */
  sourceOrder: readonly string[];
  /** Silence after which a source is stale, milliseconds by source name. */
  staleAfter: Readonly<Record<string, number | undefined>>;
}
