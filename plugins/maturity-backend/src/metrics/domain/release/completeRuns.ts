import type {
  EpochMs,
  Fact,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { daysUpToWindow, QUARTER_DAYS } from '../daysUpToWindow';
import { executionOf } from '../executionOf';
import { compareItems } from '../sample';

/** A complete run of the production pipeline, at the finish of its deployment. */
export interface CompleteRun {
  fact: Fact<'deployment'>;
  at: EpochMs;
  /** The same for all deployments of one pass of one artifact. */
  pass: string;
}

/**
 * The complete runs of the production pipeline, ordered in time.
 *
 * @remarks
 *
 * A complete run is a successful deployment to staging or production, no
 * rollback, that a pipeline executed which has also deployed to production with
 * success in the thirteen weeks up to the end of the window. Where either of the
 * two does not name its pipeline, they are taken to be of the same one. A run
 * that deploys to several environments, or a pass that brings one artifact from
 * one to the next, is one pass.
 *
 * @param window - in which the runs lie; it ends with the window asked for
 */
export function completeRuns(
  input: MetricInput,
  window: TimeWindow,
): CompleteRun[] {
  const { to } = window;
  const quarter = daysUpToWindow(input, QUARTER_DAYS).window;
  const runs = input.facts.flatMap(fact =>
    isPipelineRun(fact) &&
    fact.fields.finishedAt! >= quarter.from &&
    fact.fields.finishedAt! < to
      ? [{ fact, at: fact.fields.finishedAt! }]
      : [],
  );
  const ofProduction = runs.filter(
    ({ fact }) => fact.fields.tier === 'production',
  );
  const named = new Set(ofProduction.map(({ fact }) => fact.fields.pipeline));
  return runs
    .filter(({ fact: { fields }, at }) => {
      const same =
        fields.pipeline === undefined
          ? ofProduction.length > 0
          : named.has(fields.pipeline) || named.has(undefined);
      return same && at >= window.from;
    })
    .map(({ fact, at }) => ({ fact, at, pass: passOf(fact) }))
    .sort(compareItems);
}

function isPipelineRun(fact: Fact): fact is Fact<'deployment'> {
  if (fact.kind !== 'deployment') {
    return false;
  }
  const { tier, outcome, purpose, finishedAt } = fact.fields;
  return (
    (tier === 'staging' || tier === 'production') &&
    outcome === 'success' &&
    purpose !== 'rollback' &&
    finishedAt !== undefined &&
    executionOf(fact.fields) === 'pipeline'
  );
}

function passOf({ source, key, fields }: Fact<'deployment'>): string {
  if (fields.artifact) {
    return `artifact ${fields.artifact}`;
  }
  return fields.run ? `run ${fields.run}` : `deployment ${source} ${key}`;
}
