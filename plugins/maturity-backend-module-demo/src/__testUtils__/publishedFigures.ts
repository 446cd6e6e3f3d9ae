import type { Statistic } from '@devops-scorecards/plugin-maturity-common';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How a figure is read off a measurement, in the rounding of its source. */
type Reading = (value: number) => string;

const percent: Reading = value => `${(value * 100).toFixed(0)}%`;
const exactPercent: Reading = value => `${(value * 100).toFixed(2)}%`;
const days: Reading = value => `${(value / DAY).toFixed(0)} days`;
const minutes: Reading = value => `${(value / MINUTE).toFixed(0)} min`;
const aDay: Reading = value => `${value.toFixed(0)} a day`;
const aMonth: Reading = value => `${(value * 30).toFixed(0)} a month`;
const less =
  (limit: number, text: string): Reading =>
  value =>
    value < limit ? `< ${text}` : `${value} of ${text}`;
const more =
  (limit: number): Reading =>
  value =>
    value > limit ? `> ${limit * 100}%` : `${value}`;
const between =
  (from: number, to: number, text: string): Reading =>
  value =>
    value >= from && value <= to ? text : `${value}`;

/** A figure that was published. */
export interface Figure {
  metric: string;
  statistic?: Statistic;
  read: Reading;
  after: string;
  /** Where the source gives it, and read differently where it says so. */
  before?: { read?: Reading; is: string };
}

const MERCHANTS: readonly Figure[] = [
  {
    metric: 'requirement-lead-time',
    statistic: 'mean',
    read: days,
    after: '7 days',
    before: { is: '30 days' },
  },
  {
    metric: 'build-duration',
    statistic: 'mean',
    read: between(2 * MINUTE, 9 * MINUTE, 'a few minutes'),
    after: 'a few minutes',
    before: { read: minutes, is: '30 min' },
  },
  {
    metric: 'red-build-fix-time',
    statistic: 'mean',
    read: less(30 * MINUTE, '30 min'),
    after: '< 30 min',
    before: {
      read: between(180 * MINUTE, 600 * MINUTE, 'several hours'),
      is: 'several hours',
    },
  },
  {
    metric: 'deployment-frequency',
    read: aMonth,
    after: '4 a month',
    before: { is: '1 a month' },
  },
  {
    metric: 'commits-per-day',
    read: aDay,
    after: '25 a day',
    before: { is: '17 a day' },
  },
  { metric: 'api-automation-coverage', read: percent, after: '100%' },
];

/** Every figure that was published, by case, in the order of its annotation. */
export const FIGURES: Readonly<Record<string, readonly Figure[]>> = {
  'otc-derivatives': MERCHANTS,
  'manuscript-management': MERCHANTS,
  'jin-tai-yang': [
    {
      metric: 'requirement-lead-time',
      statistic: 'mean',
      read: days,
      after: '7 days',
      // A month and a half.
      before: { is: '45 days' },
    },
    {
      metric: 'unit-test-coverage',
      read: exactPercent,
      after: '84.39%',
      before: { read: percent, is: '40%' },
    },
    { metric: 'automated-pass-rate', read: percent, after: '100%' },
  ],
  'zhangzheng-bao': [
    {
      metric: 'integrations-per-day',
      read: value => value.toFixed(2),
      after: '6.54',
    },
    { metric: 'unit-test-coverage', read: more(0.6), after: '> 60%' },
    { metric: 'new-code-coverage', read: more(0.8), after: '> 80%' },
    {
      metric: 'red-build-fix-time',
      statistic: 'mean',
      read: less(30 * MINUTE, '30 min'),
      after: '< 30 min',
    },
    { metric: 'automated-pass-rate', read: percent, after: '100%' },
    {
      metric: 'deployment-failure-rate',
      read: value => `${((1 - value) * 100).toFixed(0)}% succeeded`,
      after: '100% succeeded',
    },
  ],
};

/** Sub-items of which the published figures say a level. */
export const SUB_ITEMS: Readonly<Record<string, Record<string, number>>> = {
  'otc-derivatives': {
    'BCI-CI-FP': 4,
    'DRM-DRM-DS': 3,
    'DRM-DRM-DM': 3,
    'DRM-DP-PP': 3,
  },
  'manuscript-management': {
    'BCI-CI-FP': 4,
    'DRM-DRM-DS': 3,
    'DRM-DRM-DM': 3,
    'DRM-DP-PP': 3,
  },
  'jin-tai-yang': { 'DRM-DRM-DM': 3, 'DRM-DP-PP': 3 },
  'zhangzheng-bao': { 'BCI-CI-FP': 4, 'DRM-DRM-DS': 3, 'DRM-DRM-DM': 3 },
};
