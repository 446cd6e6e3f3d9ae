import {
  daysBefore,
  type EpochMs,
  type Fact,
  type MetricDefinition,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { isSamePlace } from '../deploymentsRepairedBy';
import { durationItems, type Span } from '../durationItems';
import { durationMeasurement } from '../durationMeasurement';
import { isImpossible } from '../incidents/incidentTimes';
import { observedWindow } from '../observedWindow';
import { isProductionDeployment } from '../productionDeployments';
import { isProductionRollback } from '../rolledBackDeployments';
import type { SampleItem } from '../sample';
import { failedChanges } from './failedChanges';

const definition: MetricDefinition = {
  id: 'failed-deployment-recovery-time',
  area: 'release',
  title: { en: 'Failed deployment recovery time', 'zh-CN': '失败部署恢复时间' },
  description: {
    en: 'Time from the finish of a production deployment that turned out to have failed until the service had recovered: its incidents were restored, or without an incident the rollback or the next deployment succeeded.',
    'zh-CN':
      '从事后证明失败的生产部署完成到服务恢复的时间：关联故障全部恢复；没有关联故障时，以回滚或后续部署成功为准。',
  },
  unit: 'duration',
  direction: 'lower',
  statistic: 'p50',
  statistics: ['mean', 'p50', 'p85', 'p90', 'p95', 'max'],
  requires: ['deployment', 'incident'],
  minimum: 1,
  source:
    'DORA software delivery performance metrics, failed deployment recovery time',
  page: 'metrics/failed-deployment-recovery-time.md',
};

const LOOK_BACK_DAYS = 90;

/**
 * Finish of a failed production deployment to recovery, attributed to the
 * recovery. Which deployments failed is what the change failure rate says. One
 * that has not recovered is open.
 */
export const failedDeploymentRecoveryTime: Metric = {
  definition,
  lookBackDays: LOOK_BACK_DAYS,
  measure(input) {
    const window = observedWindow(input);
    const readFrom = daysBefore(window.from, LOOK_BACK_DAYS, input.timeZone);
    const { incidents, repairs } = failedChanges({
      facts: input.facts,
      asOf: window.to,
    });
    const spans: Span[] = [];
    const open: SampleItem[] = [];
    for (const fact of input.facts) {
      if (!isDecided(fact, { from: readFrom, to: window.to })) {
        continue;
      }
      const at = fact.fields.finishedAt!;
      const faults = incidents.get(fact.key);
      const repairing = repairs.get(fact);
      if (!faults && !repairing) {
        continue;
      }
      const recovered = faults
        ? restorationOf(faults)
        : successAfter(input.facts, fact, repairing!);
      if (recovered === undefined || recovered >= window.to) {
        open.push({ fact, at });
      } else if (recovered >= window.from) {
        // Of an incident that was restored before it began one time is wrong.
        const wrong = faults?.some(({ fields }) => isImpossible(fields));
        spans.push({
          fact,
          at: recovered,
          from: wrong ? undefined : at,
          to: recovered,
        });
      }
    }
    const { items, unknown } = durationItems(spans);
    return durationMeasurement({
      definition,
      input,
      items,
      surroundings: { open, unknown },
    });
  },
};

function isDecided(fact: Fact, window: TimeWindow): fact is Fact<'deployment'> {
  if (!isProductionDeployment(fact)) {
    return false;
  }
  const { finishedAt, outcome } = fact.fields;
  return (
    (outcome === 'success' || outcome === 'failure') &&
    finishedAt !== undefined &&
    finishedAt >= window.from &&
    finishedAt < window.to
  );
}

/** When the last of its incidents was restored; undefined while one is not. */
function restorationOf(
  incidents: readonly Fact<'incident'>[],
): EpochMs | undefined {
  const restored = incidents.map(
    ({ fields: { restoredAt } }) => restoredAt ?? Infinity,
  );
  const last = Math.max(...restored);
  return last === Infinity ? undefined : last;
}

/**
 * The first success in the same place from the first repair on: the repair
 * itself or, where that failed, whatever succeeded after it.
 */
function successAfter(
  facts: readonly Fact[],
  failed: Fact<'deployment'>,
  repairing: readonly Fact<'deployment'>[],
): EpochMs | undefined {
  const since = Math.min(...repairing.map(({ fields }) => fields.finishedAt!));
  let first: EpochMs | undefined;
  for (const fact of facts) {
    if (!isProductionDeployment(fact) && !isProductionRollback(fact)) {
      continue;
    }
    const { finishedAt, outcome } = fact.fields;
    if (
      outcome === 'success' &&
      finishedAt !== undefined &&
      finishedAt >= since &&
      (first === undefined || finishedAt < first) &&
      isSamePlace(fact, failed)
    ) {
      first = finishedAt;
    }
  }
  return first;
}
