import {
  daysBefore,
  type MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { durationMeasurement, type DurationItem } from '../durationMeasurement';
import { observedWindow } from '../observedWindow';
import { compareItems, type SampleItem } from '../sample';
import { trunkResults, type TrunkResult } from './trunkRuns';

const definition: MetricDefinition = {
  id: 'red-build-fix-time',
  area: 'build',
  title: { en: 'Red-build fix time', 'zh-CN': '红灯修复时间' },
  description: {
    en: 'Time for which a pipeline on the trunk stays red: from the first failure after green to the next success.',
    'zh-CN': '主干流水线保持红灯的时间：从转红的第一次失败到下一次成功。',
  },
  unit: 'duration',
  direction: 'lower',
  statistic: 'mean',
  statistics: ['mean', 'p50', 'p85', 'p90', 'p95', 'max'],
  requires: ['run'],
  minimum: 5,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), feedback cycle: red-light fix time',
  page: 'metrics/red-build-fix-time.md',
};

const LOOK_BACK_DAYS = 90;

/**
 * First failed result after green to next success, per pipeline and branch on
 * the trunk (M11), attributed to the fix.
 *
 * @remarks
 *
 * A streak that began up to 90 days before the window counts whole. One that is
 * still red at the end of the window is open, with its age.
 */
export const redBuildFixTime: Metric = {
  definition,
  lookBackDays: LOOK_BACK_DAYS,
  measure(input) {
    const window = observedWindow(input);
    const results = trunkResults({
      facts: input.facts,
      from: daysBefore(window.from, LOOK_BACK_DAYS, input.timeZone),
      to: window.to,
    }).sort(compareResults);

    const red = new Map<string, TrunkResult>();
    const items: DurationItem[] = [];
    for (const result of results) {
      const light = lightOf(result);
      const broken = red.get(light);
      if (result.failed) {
        if (!broken) {
          red.set(light, result);
        }
      } else if (broken) {
        red.delete(light);
        if (result.at >= window.from) {
          items.push({ ...result, value: result.at - broken.at });
        }
      }
    }
    const open: SampleItem[] = [...red.values()];
    return durationMeasurement({
      definition,
      input,
      items,
      surroundings: { open },
    });
  },
};

/** What turns red: one pipeline on one branch. */
function lightOf({ fact }: TrunkResult): string {
  const { pipeline = '', branch = '' } = fact.fields;
  return `${fact.source}\n${pipeline}\n${branch}`;
}

/** Of two that finish together the one that started later is the newer state. */
function compareResults(a: TrunkResult, b: TrunkResult): number {
  return (
    a.at - b.at ||
    (a.fact.fields.startedAt ?? a.at) - (b.fact.fields.startedAt ?? b.at) ||
    compareItems(a, b)
  );
}
