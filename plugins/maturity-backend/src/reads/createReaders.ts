import type { AssessmentContext } from '../assessment/AssessmentContext';
import type { Clock } from '../assessment/Clock';
import { calendarStatus, type CalendarStore } from '../calendars';
import {
  readEventRecord,
  readFactRecords,
  type ReadFactRecordsOptions,
} from '../facts';
import type { MetricRegistry } from '../metrics';
import { HistoryReader } from './HistoryReader';
import { IncidentReader } from './IncidentReader';
import { LevelReader } from './LevelReader';
import { LevelSeriesReader } from './LevelSeriesReader';
import { MeasurementReader } from './MeasurementReader';
import { ModelReader } from './ModelReader';
import { ScorecardReader } from './ScorecardReader';

/** Everything that the routes answer with. */
export type Readers = ReturnType<typeof createReaders>;

/** Makes a reader for each kind of answer, over the same assessment. */
export function createReaders(options: {
  context: AssessmentContext;
  metrics: MetricRegistry;
  calendars: Pick<CalendarStore, 'list'>;
  clock: Clock;
}) {
  const { clock } = options;
  const { knex, sourceOrder, timeZone } = options.context;
  return {
    scorecards: ScorecardReader.create(options),
    measurements: MeasurementReader.create(options),
    levelSeries: LevelSeriesReader.create(options),
    history: HistoryReader.create(options),
    levels: LevelReader.create(options),
    models: ModelReader.create(options),
    metrics: options.metrics,
    incidents: IncidentReader.create(options),
    facts: (query: Omit<ReadFactRecordsOptions, 'knex' | 'sourceOrder'>) =>
      readFactRecords({ knex, sourceOrder, ...query }),
    event: (query: { entityId: number; seq: number }) =>
      readEventRecord({ knex, ...query }),
    calendars: () =>
      options.calendars
        .list()
        .map(calendar =>
          calendarStatus(calendar, { now: clock.now(), timeZone }),
        ),
  };
}
