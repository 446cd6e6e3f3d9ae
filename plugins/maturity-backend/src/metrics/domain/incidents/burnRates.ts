import type {
  Measurement,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  Metric,
  MetricInput,
} from '@devops-scorecards/plugin-maturity-node';
import { measureWithin } from '../measureWithin';
import { observedWindow } from '../observedWindow';
import { burnRate } from '../statistics';
import { INCIDENT_LOOK_BACK_DAYS } from './faults';
import { needsSetting } from './needsSetting';
import { serviceDowntime, serviceMeasurement } from './serviceDowntime';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The pairs of windows of the Site Reliability Workbook. The short one tells
 * whether it is still so; it is a twelfth of the long one.
 */
const PAIRS = [
  {
    id: 'burn-rate-1h',
    long: HOUR,
    short: 5 * MINUTE,
    en: ['1 h', 'the last hour and the last five minutes'],
    zh: ['1 小时', '最近 1 小时与最近 5 分钟'],
  },
  {
    id: 'burn-rate-6h',
    long: 6 * HOUR,
    short: 30 * MINUTE,
    en: ['6 h', 'the last six hours and the last 30 minutes'],
    zh: ['6 小时', '最近 6 小时与最近 30 分钟'],
  },
  {
    id: 'burn-rate-3d',
    long: 3 * DAY,
    short: 6 * HOUR,
    en: ['3 d', 'the last three days and the last six hours'],
    zh: ['3 天', '最近 3 天与最近 6 小时'],
  },
] as const;

/**
 * How fast the error budget is used up at the end of the window, as the lesser of
 * two burn rates: it is above a limit exactly where both are.
 *
 * @remarks
 * Both windows are of the clock, and of both only service hours count. Where one
 * has none, as after the market has closed, nothing can burn: `none`.
 */
export const burnRates: Metric[] = PAIRS.map(pair => {
  const definition: MetricDefinition = {
    id: pair.id,
    area: 'availability',
    title: {
      en: `Error budget burn rate, ${pair.en[0]}`,
      'zh-CN': `错误预算消耗速率（${pair.zh[0]}）`,
    },
    description: {
      en: `How many times as fast as agreed the error budget is used up, at the end of the window: the lesser of ${pair.en[1]}, in service hours.`,
      'zh-CN': `时间窗口结束时错误预算的消耗速度相对约定速度的倍数，取${pair.zh[1]}中较小者，按服务时段计。`,
    },
    unit: 'times',
    direction: 'lower',
    statistic: 'value',
    statistics: ['value'],
    requires: ['incident'],
    minimum: 0,
    source:
      'Site Reliability Workbook (Google, 2018), alerting on SLOs: multiwindow burn rates',
    page: `metrics/${pair.id}.md`,
  };
  return {
    definition,
    lookBackDays: INCIDENT_LOOK_BACK_DAYS,
    measure: input => measurePair(definition, input, pair),
  };
});

function measurePair(
  definition: MetricDefinition,
  input: MetricInput,
  pair: { long: number; short: number },
): Measurement {
  const { availabilityTarget: target } = input.subject;
  if (target === undefined) {
    return needsSetting({ definition, input, setting: 'availability-target' });
  }
  const { to } = observedWindow(input);
  const short = serviceDowntime({
    ...input,
    window: { from: to - pair.short, to },
  });
  return measureWithin({ from: to - pair.long, to }, input, own => {
    const long = serviceDowntime(own);
    const measurement = serviceMeasurement({
      definition,
      input: own,
      service: long,
    });
    if (measurement.status === 'no-source') {
      return measurement;
    }
    const rates = [long, short].map(({ downtime, serviceTime }) =>
      burnRate(downtime, serviceTime, target),
    );
    const known = rates.filter(rate => rate !== undefined);
    if (known.length < rates.length) {
      return measurement.status === 'ok'
        ? { ...measurement, status: 'none' }
        : measurement;
    }
    return measurement.n > 0 || measurement.status === 'ok'
      ? { ...measurement, value: Math.min(...known) }
      : measurement;
  });
}
