import { createContext, useContext } from 'react';
import type {
  FactReference,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { CriterionView } from '../../views';

/** A number that can be taken apart. @public */
export interface MeasurementReference {
  metric: string;
  window: TimeWindow;
}

/** What parts of a page can open. @public */
export interface ScorecardDialogsApi {
  /** Shows what a number is made of. */
  showMeasurement: (measurement: MeasurementReference) => void;
  /** Shows a fact and the events it was folded from. */
  showFact: (fact: FactReference) => void;
  /** Shows how a criterion was attested, and the form; absent without a model. */
  attest?: (criterion: CriterionView) => void;
  /** Shows where the data comes from, and what to do where none does. */
  setUp: () => void;
  /** What a metric is called, once the catalogue is there. */
  titleOf: (metric: string) => string;
}

/** @internal */
export const ScorecardDialogsContext = createContext<
  ScorecardDialogsApi | undefined
>(undefined);

/**
 * The dialogs of the page around; undefined where there are none, for example
 * on a card.
 *
 * @public
 */
export function useScorecardDialogs(): ScorecardDialogsApi | undefined {
  return useContext(ScorecardDialogsContext);
}
