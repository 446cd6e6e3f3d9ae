import { shareNamed, valueNamed, type MeasureName } from './measureName';

/** Readings of code, its tests and its gates. */
export const CODE_MEASURES: readonly MeasureName[] = [
  shareNamed({
    name: 'unit-coverage',
    about: 'test',
    ofCode: true,
    title: { en: 'Unit-test coverage', 'zh-CN': '单元测试覆盖率' },
    counts: {
      en: 'lines that unit tests cover, of coverable lines',
      'zh-CN': '单元测试覆盖的代码行 / 可覆盖代码行',
    },
    metrics: ['unit-test-coverage'],
  }),
  shareNamed({
    name: 'new-code-coverage',
    about: 'test',
    ofCode: true,
    title: { en: 'New-code coverage', 'zh-CN': '增量代码覆盖率' },
    counts: {
      en: 'changed lines that unit tests cover, of coverable changed lines',
      'zh-CN': '单元测试覆盖的变更代码行 / 可覆盖变更代码行',
    },
    metrics: ['new-code-coverage'],
  }),
  shareNamed({
    name: 'branch-coverage',
    about: 'test',
    ofCode: true,
    title: { en: 'Branch coverage', 'zh-CN': '分支覆盖率' },
    counts: {
      en: 'branches of the code that tests take, of all its branches',
      'zh-CN': '测试覆盖的代码分支 / 全部代码分支',
    },
    metrics: ['branch-coverage'],
  }),
  shareNamed({
    name: 'api-coverage',
    about: 'test',
    ofCode: true,
    title: { en: 'API automation coverage', 'zh-CN': '接口自动化测试覆盖率' },
    counts: {
      en: 'published API endpoints with an automated test, of published endpoints',
      'zh-CN': '至少有一个自动化测试的接口 / 已发布接口',
    },
    metrics: ['api-automation-coverage'],
  }),
  shareNamed({
    name: 'automated-tests',
    about: 'test',
    ofCode: true,
    title: { en: 'Automated tests', 'zh-CN': '自动化测试' },
    counts: {
      en: 'tests that passed, of executed tests; skipped ones are not executed',
      'zh-CN': '通过的测试 / 已执行的测试，跳过的测试不计为已执行',
    },
    metrics: ['automated-pass-rate'],
  }),
  shareNamed({
    name: 'false-failures',
    about: 'test',
    title: { en: 'False failures of tests', 'zh-CN': '测试误报' },
    counts: {
      en: 'failures later found to be a fault of the test or its environment, of failures that were looked into',
      'zh-CN': '事后判定为测试或环境问题的失败 / 已分析的失败',
    },
    metrics: ['false-failure-rate'],
  }),
  shareNamed({
    name: 'quality-gates',
    about: 'quality-gate',
    ofCode: true,
    title: { en: 'Quality gates', 'zh-CN': '质量门禁' },
    counts: {
      en: 'conditions of quality gates that passed, of evaluated conditions',
      'zh-CN': '通过的质量门禁条件 / 已评估的质量门禁条件',
    },
    metrics: ['quality-gate-pass-rate'],
  }),
  valueNamed({
    name: 'grave-code-issues',
    unit: 'count',
    about: 'quality-gate',
    ofCode: true,
    title: { en: 'Grave issues of the code', 'zh-CN': '严重代码问题' },
    counts: {
      en: 'open issues of the two gravest grades, blocker and critical',
      'zh-CN': '未关闭的阻断级与严重级代码问题数',
    },
    metrics: ['grave-code-issues'],
  }),
  shareNamed({
    name: 'technical-debt',
    about: 'quality-gate',
    ofCode: true,
    title: { en: 'Technical debt', 'zh-CN': '技术债' },
    counts: {
      en: 'minutes that it takes to repair the code, of minutes that it took to write it',
      'zh-CN': '修复代码所需的分钟数 / 开发代码所用的分钟数',
    },
    metrics: ['technical-debt-ratio', 'technical-debt-change'],
  }),
  shareNamed({
    name: 'duplicated-code',
    about: 'quality-gate',
    ofCode: true,
    title: { en: 'Duplicated code', 'zh-CN': '重复代码' },
    counts: {
      en: 'lines that repeat others, of all lines',
      'zh-CN': '重复的代码行 / 全部代码行',
    },
    metrics: ['duplicated-code-rate'],
  }),
];
