import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Names } from '../../domain/readNames';

/** A reading as a sender says it, whatever the format. */
export interface MeasureReading extends Names {
  name: string;
  part?: number;
  total?: number;
  value?: number;
  /** Absent means now. */
  measuredAt?: EpochMs;
  branch?: string;
  trunk?: boolean;
  commit?: string;
  url?: string;
}
