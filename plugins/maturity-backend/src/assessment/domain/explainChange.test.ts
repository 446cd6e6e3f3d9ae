import type {
  ChangedInput,
  Criterion,
  NodeLevels,
  VerdictChange,
} from '@devops-scorecards/plugin-maturity-common';
import { DateTime } from 'luxon';
import { decisiveInput, explainChange } from './explainChange';
import { formatThreshold, formatValue } from './formatValue';

const timeZone = 'Asia/Shanghai';
const asOf = DateTime.fromISO('2026-11-20T13:46', {
  zone: timeZone,
}).toMillis();
const provenance = { kind: 'sourced', source: 'a standard' } as const;

const rate: Criterion = {
  id: 'dm-l3',
  kind: 'metric',
  level: 3,
  metric: 'automated-release-rate',
  statistic: 'value',
  operator: '>=',
  threshold: 0.95,
  onNone: 'undecided',
  title: { en: 'Releases are automated', 'zh-CN': '发布自动化' },
  provenance,
};
const feedback: Criterion = {
  ...rate,
  id: 'fp-l3',
  metric: 'build-feedback-time',
  statistic: 'mean',
  operator: '<=',
  threshold: 4 * 3_600_000,
};
const owner: Criterion = {
  id: 'owner',
  kind: 'catalog',
  level: 2,
  path: 'spec.owner',
  title: { en: 'Has an owner', 'zh-CN': '有负责人' },
  provenance,
};
const criteria = new Map(
  [rate, feedback, owner].map(criterion => [criterion.id, criterion]),
);
const metricTitles = new Map([
  [
    'automated-release-rate',
    { en: 'Automated release rate', 'zh-CN': '自动化发布率' },
  ],
  [
    'build-feedback-time',
    { en: 'Build feedback time', 'zh-CN': '构建反馈时长' },
  ],
]);

function levels(measured: NodeLevels['measured']): NodeLevels {
  return { award: 1, potential: 4, measured, decided: 3, total: 4 };
}

const turned: ChangedInput = {
  criterionId: 'dm-l3',
  subItemId: 'dm',
  title: rate.title,
  from: { outcome: 'fail' },
  to: { outcome: 'pass' },
  before: { status: 'ok', unit: 'ratio', value: 18 / 19, numerator: 18, n: 19 },
  after: { status: 'ok', unit: 'ratio', value: 19 / 20, numerator: 19, n: 20 },
};

function change(overrides: Partial<VerdictChange> = {}): VerdictChange {
  return {
    seq: 12,
    asOf,
    model: 'caict-part3',
    version: '2021.1',
    cause: {
      kind: 'event',
      event: {
        seq: 11,
        source: 'ci',
        id: 'e-7',
        type: 'dev.cdevents.service.deployed.0.2.0',
        occurredAt: asOf,
      },
    },
    from: levels(2),
    to: levels(3),
    inputs: [turned],
    ...overrides,
  };
}

function explain(of: VerdictChange | undefined) {
  return explainChange({ change: of, criteria, metricTitles, timeZone });
}

describe('explainChange', () => {
  it('says what turned, with its value, sample and threshold, and the cause', () => {
    expect(explain(change())).toEqual({
      en: 'The level rose from 2 to 3 on 20 Nov 2026, 13:46 because Automated release rate went from 94.7 % (18 of 19) to 95.0 % (19 of 20), at least 95 % is needed; the cause is event e-7 from ci.',
      'zh-CN':
        '等级于 2026年11月20日 13:46 从 2 升至 3，因为自动化发布率从 94.7%（18/19）变为 95.0%（19/20），要求不低于 95%；起因是来自 ci 的事件 e-7。',
    });
  });

  it('says that a level fell', () => {
    expect(
      explain(
        change({
          from: levels(3),
          to: levels(2),
          inputs: [
            {
              ...turned,
              from: turned.to,
              to: { outcome: 'fail' },
              before: turned.after,
              after: { ...turned.after!, value: 19 / 21, n: 21 },
            },
          ],
        }),
      ).en,
    ).toBe(
      'The level fell from 3 to 2 on 20 Nov 2026, 13:46 because Automated release rate went from 95.0 % (19 of 20) to 90.5 % (19 of 21), at least 95 % is needed; the cause is event e-7 from ci.',
    );
  });

  it.each([
    [
      'first assessment',
      change({ cause: { kind: 'first' }, from: undefined }),
      'First assessed on 20 Nov 2026, 13:46 at level 3, 3 of 4 are decided.',
      '于 2026年11月20日 13:46 首次评估，等级为 3，4 项中已判定 3 项。',
    ],
    [
      'first assessment without a level',
      change({
        cause: { kind: 'first' },
        from: undefined,
        to: levels(undefined),
      }),
      'First assessed on 20 Nov 2026, 13:46: there is no level yet, 3 of 4 are decided.',
      '于 2026年11月20日 13:46 首次评估：尚无等级，4 项中已判定 3 项。',
    ],
    [
      'time',
      change({ cause: { kind: 'time' }, inputs: [] }),
      'The level rose from 2 to 3 on 20 Nov 2026, 13:46; the cause is time: the window moved on.',
      '等级于 2026年11月20日 13:46 从 2 升至 3；起因是时间推移：统计窗口向前移动。',
    ],
    [
      'model version',
      change({ cause: { kind: 'model' }, inputs: [] }),
      'The level rose from 2 to 3 on 20 Nov 2026, 13:46 because the rule changed: version 2021.1 of the model caict-part3 applies.',
      '等级于 2026年11月20日 13:46 从 2 升至 3，因为规则变更：模型 caict-part3 的版本 2021.1 生效。',
    ],
    [
      'catalog',
      change({
        cause: { kind: 'catalog' },
        from: levels(undefined),
        to: levels(2),
        inputs: [
          {
            criterionId: 'owner',
            subItemId: 's',
            title: owner.title,
            from: { outcome: 'fail' },
            to: { outcome: 'pass' },
          },
        ],
      }),
      'The level became 2 on 20 Nov 2026, 13:46, there was none before because “Has an owner” went from not met to met; the cause is a change in the catalog.',
      '等级于 2026年11月20日 13:46 成为 2，此前没有等级，因为“有负责人”从未达标变为达标；起因是软件目录的变更。',
    ],
    [
      'restated, a level that stayed',
      change({
        cause: {
          kind: 'restated',
          event: { ...change().cause.event!, occurredAt: asOf - 86_400_000 },
        },
        from: levels(3),
        inputs: [
          {
            criterionId: 'fp-l3',
            subItemId: 'fp',
            title: feedback.title,
            from: { outcome: 'undecided', reason: 'no-source' },
            to: { outcome: 'pass' },
            before: { status: 'no-source', unit: 'duration', n: 0 },
            after: {
              status: 'ok',
              unit: 'duration',
              value: 90 * 60_000,
              n: 12,
            },
          },
        ],
      }),
      'The level stayed at 3, and a verdict changed on 20 Nov 2026, 13:46 because Build feedback time (mean) went from no data (no source connected) to 1.5 h (n = 12), at most 4 h is needed; the cause is event e-7 from ci, which had occurred on 19 Nov 2026, 13:46 and became known late.',
      '等级保持为 3，2026年11月20日 13:46 有一项判定发生变化，因为构建反馈时长（平均值）从 无数据（未连接数据源）变为 1.5 小时（n = 12），要求不高于 4 小时；起因是来自 ci 的事件 e-7，它发生于 2026年11月19日 13:46，但较晚才获知。',
    ],
    [
      'a level that was lost',
      change({ to: levels(undefined), inputs: [] }),
      'The level, 2 before, is unknown since 20 Nov 2026, 13:46; the cause is event e-7 from ci.',
      '自 2026年11月20日 13:46 起等级未知，此前为 2；起因是来自 ci 的事件 e-7。',
    ],
    [
      'nothing yet',
      undefined,
      'Nothing has been assessed yet, so nothing has changed.',
      '尚未进行评估，因此没有任何变化。',
    ],
  ])('explains: %s', (_, of, en, zh) => {
    expect(explain(of)).toEqual({ en, 'zh-CN': zh });
  });
});

describe('decisiveInput', () => {
  const owned: ChangedInput = {
    criterionId: 'owner',
    subItemId: 's',
    title: owner.title,
    from: { outcome: 'fail' },
    to: { outcome: 'pass' },
  };
  const failed: ChangedInput = {
    ...turned,
    from: { outcome: 'pass' },
    to: { outcome: 'fail' },
  };

  it('is the highest on the way up, at most the new level', () => {
    expect(decisiveInput(change({ inputs: [owned, turned] }), criteria)).toBe(
      turned,
    );
    expect(
      decisiveInput(
        change({ from: levels(1), to: levels(2), inputs: [turned, owned] }),
        criteria,
      ),
    ).toBe(owned);
  });

  it('is the lowest on the way down', () => {
    const lost = { ...owned, from: owned.to, to: owned.from! };
    expect(
      decisiveInput(
        change({ from: levels(3), to: levels(1), inputs: [failed, lost] }),
        criteria,
      ),
    ).toBe(lost);
  });
});

describe('formatValue', () => {
  it('stays on its side of the threshold', () => {
    const criterion = { threshold: 0.95, operator: '>=' } as const;
    expect(formatValue(0.95, 'ratio', 'en', criterion)).toBe('95.0 %');
    expect(formatValue(0.9496, 'ratio', 'en', criterion)).toBe('94.96 %');
    expect(formatValue(0.949999, 'ratio', 'en', criterion)).toBe('94.9999 %');
    expect(formatValue(0.95001, 'ratio', 'zh-CN', criterion)).toBe('95.001%');
  });

  it('writes thresholds without decimals that they do not have', () => {
    expect(formatThreshold(0.005, 'ratio', 'en')).toBe('0.5 %');
    expect(formatThreshold(86_400_000, 'duration', 'en')).toBe('1 d');
    expect(formatThreshold(2.5, 'times', 'zh-CN')).toBe('2.5×');
    expect(formatThreshold(600_000, 'duration', 'zh-CN')).toBe('10 分钟');
    expect(formatThreshold(3, 'count', 'en')).toBe('3');
    expect(formatThreshold(1 / 7, 'per-day', 'en')).toBe('0.1429 per day');
  });

  it('picks a unit that fits', () => {
    expect(formatValue(500, 'duration', 'en')).toBe('0.5 s');
    expect(formatValue(90_000, 'duration', 'en')).toBe('1.5 min');
    expect(formatValue(5, 'count', 'en')).toBe('5');
  });
});
