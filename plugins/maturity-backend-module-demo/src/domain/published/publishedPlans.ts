import type { PublishedPeriod, PublishedPlan } from './PublishedPlan';

/** What the case article on China Merchants Securities says of before. */
const MERCHANTS_BEFORE: PublishedPeriod = {
  end: '2021-10-28T18:00:00+08:00',
  quiet: [
    ['2021-09-19', '2021-09-21'],
    ['2021-10-01', '2021-10-07'],
  ],
  integrations: 114,
  // 17 on each of 60 working days.
  commits: 1_020,
  builtLate: 4,
  buildMinutes: [28, 32],
  red: { count: 8, fixMinutes: [180, 300] },
  releases: 3,
  requirements: { count: 18, meanDays: 30 },
  readings: [],
  testsPass: false,
};

/** The same a year later, when it was assessed. */
const MERCHANTS_AFTER: PublishedPeriod = {
  end: '2022-10-28T18:00:00+08:00',
  quiet: [
    ['2022-09-10', '2022-09-12'],
    ['2022-10-01', '2022-10-07'],
  ],
  integrations: 177,
  // 25 on each of 61 working days.
  commits: 1_525,
  builtLate: 5,
  buildMinutes: [3, 6],
  red: { count: 9, fixMinutes: [18, 28] },
  releases: 12,
  requirements: { count: 24, meanDays: 7 },
  readings: [{ name: 'api-coverage', part: 420, total: 420 }],
  testsPass: false,
};

/**
 * The published cases that have figures. Before and after stand only where the
 * source gives both.
 */
export const PUBLISHED_PLANS: readonly PublishedPlan[] = [
  {
    name: 'otc-derivatives',
    entityRef: 'component:default/otc-derivatives',
    periods: [MERCHANTS_BEFORE, MERCHANTS_AFTER],
  },
  {
    name: 'manuscript-management',
    entityRef: 'component:default/manuscript-management',
    periods: [MERCHANTS_BEFORE, MERCHANTS_AFTER],
  },
  {
    name: 'jin-tai-yang',
    entityRef: 'component:default/jin-tai-yang',
    periods: [
      {
        end: '2023-03-30T18:00:00+08:00',
        quiet: [
          ['2022-12-31', '2023-01-02'],
          ['2023-01-21', '2023-01-27'],
        ],
        integrations: 112,
        commits: 448,
        builtLate: 4,
        buildMinutes: [14, 22],
        red: { count: 7, fixMinutes: [60, 150] },
        releases: 6,
        requirements: { count: 16, meanDays: 45 },
        readings: [{ name: 'unit-coverage', part: 4_000, total: 10_000 }],
        testsPass: false,
      },
      {
        end: '2024-03-29T18:00:00+08:00',
        quiet: [
          ['2023-12-31', '2024-01-01'],
          ['2024-02-10', '2024-02-17'],
        ],
        integrations: 177,
        commits: 708,
        builtLate: 5,
        buildMinutes: [5, 9],
        red: { count: 8, fixMinutes: [45, 90] },
        releases: 24,
        requirements: { count: 24, meanDays: 7 },
        readings: [{ name: 'unit-coverage', part: 8_439, total: 10_000 }],
        testsPass: true,
      },
    ],
  },
  {
    name: 'zhangzheng-bao',
    entityRef: 'component:default/zhangzheng-bao',
    periods: [
      {
        end: '2023-10-27T18:00:00+08:00',
        quiet: [['2023-09-29', '2023-10-06']],
        // 6.54 on each of 61 working days.
        integrations: 399,
        commits: 798,
        builtLate: 12,
        buildMinutes: [6, 11],
        red: { count: 9, fixMinutes: [20, 34] },
        releases: 24,
        readings: [
          { name: 'unit-coverage', part: 6_320, total: 10_000 },
          { name: 'new-code-coverage', part: 846, total: 1_000 },
        ],
        testsPass: true,
      },
    ],
  },
];
