import type { AssessmentContext } from '../assessment/AssessmentContext';
import type { Clock } from '../assessment/Clock';
import {
  listUnmapped,
  readFactRecords,
  sourceStatuses,
  type ReadFactRecordsOptions,
} from '../facts';
import type { MetricRegistry } from '../metrics';
import { HistoryReader } from './HistoryReader';
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
  clock: Clock;
}) {
  const { knex } = options.context;
  return {
    scorecards: ScorecardReader.create(options),
    measurements: MeasurementReader.create(options),
    levelSeries: LevelSeriesReader.create(options),
    history: HistoryReader.create(options),
    levels: LevelReader.create(options),
    models: ModelReader.create(options),
    metrics: options.metrics,
    facts: (query: Omit<ReadFactRecordsOptions, 'knex'>) =>
      readFactRecords({ knex, ...query }),
    operations: {
      sources: () => sourceStatuses({ knex }),
      unmapped: (limit: number) => listUnmapped({ knex, limit }),
    },
  };
}
