import type {
  CriterionOutcome,
  MeasurementStatus,
  MetricCriterion,
  Statistic,
} from '@devops-scorecards/plugin-maturity-common';
import type { Language } from './formatValue';

/** The words of which explanations are made, in one language. */
export interface Sentences {
  dateFormat: string;
  notAssessed: string;
  first(options: {
    date: string;
    level?: number;
    k: number;
    n: number;
  }): string;
  moved(options: { date: string; from: number; to: number }): string;
  became(options: { date: string; to: number }): string;
  lost(options: { date: string; from: number }): string;
  stayed(options: { date: string; level?: number }): string;
  because(reason: string): string;
  measured(options: {
    title: string;
    before?: string;
    after: string;
    needed: string;
  }): string;
  judged(options: { title: string; before?: string; after: string }): string;
  share(options: { value: string; part: number; of: number }): string;
  sample(options: { value: string; n: number }): string;
  event(options: { id: string; source: string }): string;
  restated(options: { id: string; source: string; date: string }): string;
  time: string;
  model(options: { id: string; version: string }): string;
  catalog: string;
  decision: string;
  corrected(options: { id: string; source: string }): string;
  expiry: string;
  calendar: string;
  portfolio: string;
  end: string;
  needed: Record<MetricCriterion['operator'], string>;
  status: Record<MeasurementStatus, string>;
  statistic: Partial<Record<Statistic, string>>;
  outcome: Record<CriterionOutcome['outcome'], string>;
}

/** Text in both languages, the same keys in each. */
export const SENTENCES: Record<Language, Sentences> = {
  en: {
    dateFormat: 'd LLL yyyy, HH:mm',
    notAssessed: 'Nothing has been assessed yet, so nothing has changed.',
    first: ({ date, level, k, n }) =>
      level === undefined
        ? `First assessed on ${date}: there is no level yet, ${k} of ${n} are decided`
        : `First assessed on ${date} at level ${level}, ${k} of ${n} are decided`,
    moved: ({ date, from, to }) =>
      `The level ${
        to > from ? 'rose' : 'fell'
      } from ${from} to ${to} on ${date}`,
    became: ({ date, to }) =>
      `The level became ${to} on ${date}, there was none before`,
    lost: ({ date, from }) =>
      `The level, ${from} before, is unknown since ${date}`,
    stayed: ({ date, level }) =>
      level === undefined
        ? `There is still no level, and a verdict changed on ${date}`
        : `The level stayed at ${level}, and a verdict changed on ${date}`,
    because: reason => ` because ${reason}`,
    measured: ({ title, before, after, needed }) =>
      before === undefined
        ? `${title} is ${after}, ${needed} is needed`
        : `${title} went from ${before} to ${after}, ${needed} is needed`,
    judged: ({ title, before, after }) =>
      before === undefined
        ? `“${title}” is ${after}`
        : `“${title}” went from ${before} to ${after}`,
    share: ({ value, part, of }) => `${value} (${part} of ${of})`,
    sample: ({ value, n }) => `${value} (n = ${n})`,
    event: ({ id, source }) => `; the cause is event ${id} from ${source}`,
    restated: ({ id, source, date }) =>
      `; the cause is event ${id} from ${source}, which had occurred on ${date} and became known late`,
    time: '; the cause is time: the window moved on',
    model: ({ id, version }) =>
      ` because the rule changed: version ${version} of the model ${id} applies`,
    catalog: '; the cause is a change in the catalog',
    decision: '; the cause is a decision',
    corrected: ({ id, source }) =>
      `; the cause is a decision: a fact from ${source} was corrected (event ${id})`,
    expiry: '; the cause is that an attestation expired',
    calendar: '; the cause is a new version of a calendar',
    portfolio: '; the cause is what other services of the owner did',
    end: '.',
    needed: {
      '>=': 'at least',
      '>': 'more than',
      '<=': 'at most',
      '<': 'less than',
    },
    status: {
      ok: 'known',
      insufficient: 'too little data',
      none: 'no data (nothing happened)',
      'no-source': 'no data (no source connected)',
      stale: 'old data (the source is silent)',
      error: 'no value (not computable)',
    },
    statistic: {
      mean: 'mean',
      p50: 'median',
      p85: '85th percentile',
      p90: '90th percentile',
      p95: '95th percentile',
      max: 'maximum',
    },
    outcome: {
      pass: 'met',
      fail: 'not met',
      undecided: 'undecided',
      'not-applicable': 'not applicable',
      waived: 'waived',
    },
  },
  'zh-CN': {
    dateFormat: 'yyyy年L月d日 HH:mm',
    notAssessed: '尚未进行评估，因此没有任何变化。',
    first: ({ date, level, k, n }) =>
      level === undefined
        ? `于 ${date} 首次评估：尚无等级，${n} 项中已判定 ${k} 项`
        : `于 ${date} 首次评估，等级为 ${level}，${n} 项中已判定 ${k} 项`,
    moved: ({ date, from, to }) =>
      `等级于 ${date} 从 ${from} ${to > from ? '升至' : '降至'} ${to}`,
    became: ({ date, to }) => `等级于 ${date} 成为 ${to}，此前没有等级`,
    lost: ({ date, from }) => `自 ${date} 起等级未知，此前为 ${from}`,
    stayed: ({ date, level }) =>
      level === undefined
        ? `仍无等级，${date} 有一项判定发生变化`
        : `等级保持为 ${level}，${date} 有一项判定发生变化`,
    because: reason => `，因为${reason}`,
    measured: ({ title, before, after, needed }) =>
      before === undefined
        ? `${title}为 ${after}，要求${needed}`
        : `${title}从 ${before} 变为 ${after}，要求${needed}`,
    judged: ({ title, before, after }) =>
      before === undefined
        ? `“${title}”${after}`
        : `“${title}”从${before}变为${after}`,
    share: ({ value, part, of }) => `${value}（${part}/${of}）`,
    sample: ({ value, n }) => `${value}（n = ${n}）`,
    event: ({ id, source }) => `；起因是来自 ${source} 的事件 ${id}`,
    restated: ({ id, source, date }) =>
      `；起因是来自 ${source} 的事件 ${id}，它发生于 ${date}，但较晚才获知`,
    time: '；起因是时间推移：统计窗口向前移动',
    model: ({ id, version }) =>
      `，因为规则变更：模型 ${id} 的版本 ${version} 生效`,
    catalog: '；起因是软件目录的变更',
    decision: '；起因是一项决定',
    corrected: ({ id, source }) =>
      `；起因是一项决定：来自 ${source} 的事实已被更正（事件 ${id}）`,
    expiry: '；起因是一项证明已到期',
    calendar: '；起因是日历的新版本',
    portfolio: '；起因是所有者名下其他服务的变化',
    end: '。',
    needed: { '>=': '不低于', '>': '高于', '<=': '不高于', '<': '低于' },
    status: {
      ok: '已知',
      insufficient: '数据不足',
      none: '无数据（未发生任何事件）',
      'no-source': '无数据（未连接数据源）',
      stale: '数据过旧（数据源无响应）',
      error: '无数值（无法计算）',
    },
    statistic: {
      mean: '平均值',
      p50: '中位数',
      p85: '第 85 百分位',
      p90: '第 90 百分位',
      p95: '第 95 百分位',
      max: '最大值',
    },
    outcome: {
      pass: '达标',
      fail: '未达标',
      undecided: '未判定',
      'not-applicable': '不适用',
      waived: '已豁免',
    },
  },
};
