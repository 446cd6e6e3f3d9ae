import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  EntityLevel,
  VerdictChange,
} from '@devops-scorecards/plugin-maturity-common';

/** Topic of the events service on which level changes are published. @public */
export const MATURITY_LEVEL_TOPIC = 'maturity.level';

/** Payload of {@link MATURITY_LEVEL_TOPIC}. @public */
export interface MaturityLevelEventPayload {
  entityRefs: string[];
}

/** A level that changed. @public */
export interface LevelChange {
  level: EntityLevel;
  change: VerdictChange;
  /** False for imported, restated and demo facts: those never notify. */
  notify: boolean;
}

/** @public */
export interface LevelChangeListener {
  onLevelChange(change: LevelChange): Promise<void>;
}

/** Registers listeners for changes of level. @public */
export interface MaturityLevelsExtensionPoint {
  addListener(listener: LevelChangeListener): void;
}

/** @public */
export const maturityLevelsExtensionPoint =
  createExtensionPoint<MaturityLevelsExtensionPoint>({
    id: 'maturity.levels',
  });
