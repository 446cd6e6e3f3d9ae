import {
  measureNamed,
  type LocalizedText,
  type MeasureTopic,
  type MetricArea,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  ReadingKind,
  ReadingMetric,
} from '@devops-scorecards/plugin-maturity-node';

const AREAS: Readonly<Record<MeasureTopic, MetricArea>> = {
  test: 'test',
  'quality-gate': 'code',
  security: 'security',
  agile: 'agile',
  'version-control': 'code',
  environment: 'environment',
  data: 'environment',
  architecture: 'architecture',
  observability: 'observability',
  inspection: 'inspection',
  capacity: 'capacity',
  drill: 'drill',
  backup: 'continuity',
  risk: 'risk',
};

/** How a description begins that says what the readings count. */
const OPENINGS: Readonly<Record<ReadingKind, LocalizedText>> = {
  'latest-share': {
    en: 'By the latest reading in the window',
    'zh-CN': '取时间窗口内最近一次读数',
  },
  'pooled-share': {
    en: 'Over all readings of the window',
    'zh-CN': '按时间窗口内全部读数合计',
  },
  'latest-value': {
    en: 'By the latest reading in the window',
    'zh-CN': '取时间窗口内最近一次读数',
  },
  distribution: {
    en: 'The distribution of all readings of the window',
    'zh-CN': '时间窗口内全部读数的分布',
  },
  total: {
    en: 'What all readings of the window counted together',
    'zh-CN': '时间窗口内全部读数的总数',
  },
  'share-change': {
    en: 'By how much the share grew from the first to the latest reading in the window',
    'zh-CN': '时间窗口内最近一次读数的比例减去第一次读数的比例',
  },
};

/** What a metric of readings says that does not follow from its readings. */
export type Given = Pick<
  ReadingMetric,
  'id' | 'measure' | 'kind' | 'title' | 'source'
> &
  Partial<ReadingMetric>;

/**
 * A metric of readings that comes with the product: higher is better, and area,
 * page and description follow from its readings, unless it says otherwise.
 */
export function builtInReading(given: Given): ReadingMetric {
  const measure = measureNamed(given.measure)!;
  const opening = OPENINGS[given.kind];
  return {
    area: AREAS[measure.about],
    direction: 'higher',
    page: `metrics/${given.id}.md`,
    description: {
      en: `${opening.en}: ${measure.counts.en}.`,
      'zh-CN': `${opening['zh-CN']}：${measure.counts['zh-CN']}。`,
    },
    ...(given.kind === 'latest-value' && measure.unit !== 'duration-ms'
      ? { unit: measure.unit }
      : {}),
    ...given,
  };
}
