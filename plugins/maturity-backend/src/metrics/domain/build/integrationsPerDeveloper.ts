import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { rateMeasurement } from '../rateMeasurement';
import { workingDaysOf } from '../workingDaysOf';
import { integrations, INTEGRATION_LOOK_BACK_DAYS } from '../integrations';

const definition: MetricDefinition = {
  id: 'integrations-per-developer',
  area: 'build',
  title: {
    en: 'Integrations per developer and day',
    'zh-CN': '人均每日集成次数',
  },
  description: {
    en: 'Updates of the trunk per developer and working day. The developers are the declared team size or the authors seen, whichever is more; of fewer than three nothing is shown.',
    'zh-CN':
      '人均每个工作日主干更新的次数。开发者人数取声明的团队规模与实际作者数中的较大者；少于三人时不显示。',
  },
  unit: 'per-day',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['change'],
  minimum: 0,
  source:
    'YD/T 3763.3-2021 (ITU-T Y.3525), integration frequency: per developer and day',
  page: 'metrics/integrations-per-developer.md',
};

/** Fewer would show what a single person does. */
const FEWEST_DEVELOPERS = 3;

/**
 * Integrations / (developers x working days of the window) (M03), where the
 * developers are the larger of the declared team size and the distinct human
 * authors in the window. Counting committers alone would raise the rate of a
 * team of which few commit.
 */
export const integrationsPerDeveloper: Metric = {
  definition,
  lookBackDays: INTEGRATION_LOOK_BACK_DAYS,
  measure(input) {
    const items = integrations(input);
    const { teamSize } = input.subject;
    const authors = new Set(
      items.flatMap(({ author }) => (author === undefined ? [] : [author])),
    );
    const developers = Math.max(teamSize ?? 0, authors.size);
    const measurement = rateMeasurement({
      definition,
      input,
      items,
      days: developers * workingDaysOf(input),
      surroundings: {
        open: [],
        unknown: items.filter(({ author }) => author === undefined).length,
      },
    });
    if (developers >= FEWEST_DEVELOPERS || measurement.status === 'no-source') {
      return measurement;
    }
    const { value: _, denominator: __, ...rest } = measurement;
    return {
      ...rest,
      status: rest.status === 'stale' ? 'stale' : 'insufficient',
      ...(teamSize === undefined ? { needs: ['team-size'] } : {}),
    };
  },
};
