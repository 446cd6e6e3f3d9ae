import type {
  MaturityApi,
  Measurement,
  MetricDefinition,
  MetricUnit,
} from '@devops-scorecards/plugin-maturity-common';
import {
  factFixture,
  maturityApiFixture,
  measurementFixture,
} from '@devops-scorecards/plugin-maturity-react/testUtils';
import * as lists from '../components/page/stabilityMetrics';
import { AS_OF, incidentFixture, openIncidentFixture } from './incidentFixture';
import {
  safeguardsFixture,
  stabilityScorecardFixture,
} from './stabilityScorecardFixture';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const METRICS = [...new Set(Object.values(lists).flat())];

function unitOf(metric: string): MetricUnit {
  if (metric.startsWith('time-to') || metric.endsWith('-time')) {
    return 'duration';
  }
  return /rate|availability|budget|precision|in-time/.test(metric)
    ? 'ratio'
    : 'count';
}

function definition(id: string): MetricDefinition {
  const unit = unitOf(id);
  return {
    id,
    area: 'incident',
    title: { en: `The ${id}`, 'zh-CN': `指标 ${id}` },
    description: { en: `${id}, explained.`, 'zh-CN': `${id} 的说明。` },
    unit,
    direction: 'higher',
    statistic: unit === 'duration' ? 'p90' : 'value',
    statistics: ['value'],
    requires: ['incident'],
    minimum: 1,
    source: 'CSA draft',
    page: `metrics/${id}.md`,
  };
}

const NUMBERS: Record<string, Partial<Measurement>> = {
  availability: {
    value: 1 - 20 / (242 * 60),
    n: 1,
    numerator: 242 * HOUR - 20 * MINUTE,
    denominator: 242 * HOUR,
  },
  'error-budget': {
    value: -0.4,
    n: 1,
    numerator: -6 * MINUTE,
    denominator: 14 * MINUTE,
  },
  'monitoring-discovery-rate': {
    value: 0.5,
    n: 4,
    numerator: 2,
    denominator: 4,
    parts: { monitoring: 2, inspection: 0, user: 1, regulator: 0, unknown: 1 },
  },
  'time-to-restore': {
    value: 58 * MINUTE,
    statistic: 'p90',
    n: 3,
    open: 1,
    numerator: undefined,
    denominator: undefined,
    distribution: {
      mean: 30 * MINUTE,
      p50: 20 * MINUTE,
      p85: 50 * MINUTE,
      p90: 58 * MINUTE,
      p95: 60 * MINUTE,
      max: HOUR,
    },
    evidence: [5, 20, 60]
      .map((minutes, index) => ({
        kind: 'incident' as const,
        source: 'pager',
        key: `pager INC-${index}`,
        at: AS_OF - (index + 1) * 24 * HOUR,
        role: 'for' as const,
        value: minutes * MINUTE,
        label: `Incident ${index}`,
      }))
      .concat({
        kind: 'incident' as const,
        source: 'pager',
        key: 'pager INC-9',
        at: AS_OF - HOUR,
        role: 'open' as 'for',
        value: HOUR,
        label: 'Quotes are late',
      }),
  },
};

/** A measurement as the backend would answer it; parts may be replaced. */
export function stabilityMeasurement(
  metric: string,
  part: Partial<Measurement> = {},
): Measurement {
  const base = measurementFixture({ metric, unit: unitOf(metric), ...part });
  if (part.status === 'no-source') {
    return {
      ...base,
      value: undefined,
      n: 0,
      numerator: undefined,
      denominator: undefined,
      missing: ['incident'],
      evidence: [],
      generated: false,
    };
  }
  return { ...base, ...NUMBERS[metric], ...part };
}

/** An API that answers with a service that has had some trouble. */
export function stabilityApiFixture(
  part: Partial<MaturityApi> = {},
): MaturityApi {
  return maturityApiFixture({
    getScorecard: async ({ model }) =>
      model === 'csa-safeguards'
        ? safeguardsFixture()
        : stabilityScorecardFixture(),
    refresh: async () => stabilityScorecardFixture(),
    getMetrics: async () => METRICS.map(definition),
    getMeasurements: async ({ metrics = [] }) =>
      metrics.map(metric => stabilityMeasurement(metric)),
    getIncidents: async () => [incidentFixture(), openIncidentFixture()],
    getFacts: async ({ kind, keys = [`${kind}-1`] }) =>
      keys.map(key =>
        kind === 'incident'
          ? { ...incidentFixture(), key }
          : factFixture({ kind, key }),
      ),
    getCalendars: async () => [
      {
        calendar: {
          id: 'cn-exchange',
          use: 'session',
          title: { en: 'Trading hours', 'zh-CN': '交易时段' },
          timeZone: 'Asia/Shanghai',
          weekdays: [1, 2, 3, 4, 5],
          holidays: ['2026-10-01'],
          extraDays: [],
          hours: [
            { from: '09:30', to: '11:30' },
            { from: '13:00', to: '15:00' },
          ],
          since: '2022-01-01',
          until: '2026-12-31',
          source: 'The exchange',
        },
        daysLeft: 41,
      },
    ],
    ...part,
  });
}

/** The same where no source is connected and nobody has attested anything. */
export function unconnectedApiFixture(): MaturityApi {
  const scorecard = stabilityScorecardFixture();
  const [group] = scorecard.root.children!;
  group.children = group.children!.filter(({ id }) => id !== 'P3');
  scorecard.root.levels = { award: 1, potential: 4, decided: 0, total: 10 };
  return stabilityApiFixture({
    getScorecard: async ({ model }) =>
      model === 'csa-safeguards'
        ? safeguardsFixture()
        : { ...scorecard, generated: false },
    getMeasurements: async ({ metrics = [] }) =>
      metrics.map(metric =>
        stabilityMeasurement(metric, { status: 'no-source' }),
      ),
    getIncidents: async () => [],
  });
}
