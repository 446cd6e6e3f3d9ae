import { builtInReading } from './builtInReading';

const LAYERING =
  'YD/T 3763.3-2021 (ITU-T Y.3525), test layering and automation design';
const QUALITY =
  'YD/T 3763.3-2021 (ITU-T Y.3525), code quality; measure and limits inferred';
const DEBT =
  'YD/T 3763.3-2021 (ITU-T Y.3525), code quality: technical debt; measure and limits inferred';

/** Metrics of the readings of code, its tests and its gates. */
export const codeReadings = [
  builtInReading({
    id: 'unit-test-coverage',
    measure: 'unit-coverage',
    kind: 'latest-share',
    title: { en: 'Unit-test coverage', 'zh-CN': '单元测试覆盖率' },
    description: {
      en: 'Share of coverable lines that unit tests cover, by the latest reading on the trunk in the window.',
      'zh-CN':
        '单元测试覆盖的代码行占可覆盖代码行的比例，取时间窗口内主干上的最近一次读数。',
    },
    source: LAYERING,
  }),
  builtInReading({
    id: 'new-code-coverage',
    measure: 'new-code-coverage',
    kind: 'latest-share',
    title: { en: 'New-code coverage', 'zh-CN': '增量代码覆盖率' },
    description: {
      en: 'Share of coverable changed lines that unit tests cover, by the latest reading on the trunk in the window.',
      'zh-CN':
        '单元测试覆盖的变更代码行占可覆盖变更代码行的比例，取时间窗口内主干上的最近一次读数。',
    },
    source: LAYERING,
  }),
  builtInReading({
    id: 'branch-coverage',
    measure: 'branch-coverage',
    kind: 'latest-share',
    title: { en: 'Branch coverage', 'zh-CN': '分支覆盖率' },
    source: LAYERING,
  }),
  builtInReading({
    id: 'api-automation-coverage',
    measure: 'api-coverage',
    kind: 'latest-share',
    title: { en: 'API automation coverage', 'zh-CN': '接口自动化测试覆盖率' },
    description: {
      en: 'Share of published API endpoints with at least one automated test, by the latest reading on the trunk in the window.',
      'zh-CN':
        '至少有一个自动化测试的接口占已发布接口的比例，取时间窗口内主干上的最近一次读数。',
    },
    source: LAYERING,
  }),
  builtInReading({
    id: 'automated-pass-rate',
    measure: 'automated-tests',
    kind: 'pooled-share',
    title: { en: 'Automated pass rate', 'zh-CN': '自动化测试通过率' },
    description: {
      en: 'Share of executed automated tests on the trunk that passed, over all test reports of the window.',
      'zh-CN':
        '时间窗口内主干上所有测试报告中通过的自动化测试占已执行自动化测试的比例。',
    },
    source: 'YD/T 3763.3-2021 (ITU-T Y.3525), automation analysis',
  }),
  builtInReading({
    id: 'false-failure-rate',
    measure: 'false-failures',
    kind: 'pooled-share',
    direction: 'lower',
    title: { en: 'False-failure rate', 'zh-CN': '测试误报率' },
    source:
      'YD/T 3763.3-2021 (ITU-T Y.3525), automation analysis: stability of automated tests',
  }),
  builtInReading({
    id: 'quality-gate-pass-rate',
    measure: 'quality-gates',
    kind: 'pooled-share',
    title: { en: 'Quality-gate pass rate', 'zh-CN': '质量门禁通过率' },
    source: QUALITY,
  }),
  builtInReading({
    id: 'grave-code-issues',
    measure: 'grave-code-issues',
    kind: 'latest-value',
    direction: 'lower',
    title: { en: 'Grave code issues', 'zh-CN': '严重代码问题数' },
    source: QUALITY,
  }),
  builtInReading({
    id: 'technical-debt-ratio',
    measure: 'technical-debt',
    kind: 'latest-share',
    direction: 'lower',
    title: { en: 'Technical-debt ratio', 'zh-CN': '技术债务率' },
    source: DEBT,
  }),
  builtInReading({
    id: 'technical-debt-change',
    measure: 'technical-debt',
    kind: 'share-change',
    direction: 'lower',
    title: { en: 'Technical-debt change', 'zh-CN': '技术债务率变化' },
    source: DEBT,
  }),
  builtInReading({
    id: 'duplicated-code-rate',
    measure: 'duplicated-code',
    kind: 'latest-share',
    direction: 'lower',
    title: { en: 'Duplicated-code rate', 'zh-CN': '代码重复率' },
    source: QUALITY,
  }),
];
