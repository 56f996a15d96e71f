import { describe, expect, it } from 'vitest';
import { labelOf, roleFinder } from '../../../src/normalize/vocabulary/label.js';
import {
  CLOSE,
  FUNDS_COLUMNS,
  FUNDS_ROWS,
  GOALS,
  GRADES,
  IDENTITY,
  INDICATOR_COLUMNS,
  PLACEHOLDER,
  REMARKS,
  SECTIONS,
  titleKindOf,
} from '../../../src/normalize/vocabulary/words.js';

type Finder = (key: string) => string | null;

/** `role: label label …` as one case for each label. */
const cases = (drawing: string): [label: string, role: string][] =>
  drawing
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [role = '', labels = ''] = line.split(/: (.*)/s);
      return labels.split(' ').map((label): [string, string] => [label, role.trim()]);
    });

const TABLES: readonly (readonly [string, Finder, string])[] = [
  [
    'identity',
    roleFinder(IDENTITY),
    `projectName: 项目名称 预算项目名称 项目支出名称 专项名称 专项资金名称
     competentDepartment: 主管部门 主管部门（单位） 项目主管部门 主管单位 一级预算单位
     implementingUnit: 实施单位 项目实施单位 预算单位 单位名称 用款单位 项目单位
     year: 年度 预算年度 评价年度
     otherIdentity: 项目编码 项目负责人 联系电话 填报人 项目类型`,
  ],
  [
    'columns of the funds',
    roleFinder(FUNDS_COLUMNS),
    `initialBudget: 年初预算数 年初预算 年初预算数（万元） 年初批复数
     annualBudget: 全年预算数 全年预算数(A) 调整后预算数 预算数(A) 调整预算数
     executed: 全年执行数 全年执行数(B) 预算执行数 执行数（B） 实际支出数
     executionRate: 执行率 执行率(%) 预算执行率 执行率（B/A） 执行率（B/A×100%）
     weight: 分值 分数 权重 标准分
     score: 得分 自评得分 自评分 执行率得分
     extra: 原因 未完成原因分析 备注`,
  ],
  [
    'rows of the funds',
    roleFinder(FUNDS_ROWS),
    `total: 年度资金总额： 年度资金总额 资金总额 合计 年度预算总额
     currentYearAppropriation: 当年财政拨款 本年财政拨款 财政拨款 一般公共预算拨款 本年一般公共预算拨款
     carriedOver: 上年结转资金 上年结转 上年结转结余资金 上年结余
     specialAccount: 财政专户管理资金 财政专户资金
     ownFunds: 单位资金 单位自有资金 自有资金
     subsidy: 中央补助 省级补助 市县配套 省级资金 中央财政资金
     other: 其他资金 其他`,
  ],
  [
    'goals',
    roleFinder(GOALS),
    `expectedGoal: 预期目标 年初设定目标 年度绩效目标 年初目标 目标内容
     actualResult: 实际完成情况 目标实际完成情况 全年实际完成情况 年度总体目标完成情况`,
  ],
  [
    'columns of the indicators',
    roleFinder(INDICATOR_COLUMNS),
    `level1: 一级指标 一级绩效指标 第一级指标
     level2: 二级指标
     name: 三级指标 指标名称 具体指标 指标内容
     property: 指标性质 运算符号
     unit: 度量单位 计量单位
     target: 年度指标值 指标值 目标值 年初指标值 年度目标值 预期指标值
     actual: 实际完成值 全年实际值 实际完成情况 完成值 实际完成指标值
     weight: 分值 权重 分数 指标分值
     score: 得分 自评得分 实际得分 自评分
     deviation: 偏差原因分析及改进措施 偏差原因分析 未完成原因分析 备注 未完成原因和改进措施`,
  ],
  [
    'the close',
    roleFinder(CLOSE),
    `total: 总分 合计 总计
     totalScore: 总得分 自评得分 综合得分
     grade: 评分等级 自评等级 评价等次 绩效等级 评价等级`,
  ],
  [
    'headings of blocks',
    roleFinder(SECTIONS),
    `funds: 项目资金 项目资金（万元） 预算执行情况（10分） 年度预算执行情况 资金情况
     goals: 年度总体目标 总体目标 绩效目标 年度绩效目标
     indicators: 绩效指标 年度绩效指标 绩效指标完成情况
     basics: 项目基本情况 项目概况`,
  ],
];

describe.each(TABLES)('the words of %s', (_, find, drawing) => {
  it.each(cases(drawing))('%s is %s', (label, role) => {
    expect(find(labelOf(label).key)).toBe(role);
  });

  it.each(['某区市场监督管理局', '抽查计划完成率', '100.00', '加强宣传和指导', '……'])('%s is none of them', (text) => {
    expect(find(labelOf(text).key)).toBeNull();
  });
});

describe('titleKindOf', () => {
  it.each([
    ['财政项目支出绩效自评表', 'project'],
    ['项目支出绩效自评表', 'project'],
    ['部门预算项目支出绩效自评表', 'project'],
    ['绩效目标自评表', 'project'],
    ['2023年度项目支出绩效自评表', 'project'],
    ['项目支出绩效自评表(2023年度)', 'project'],
    ['附件2项目支出绩效自评表', 'project'],
    ['部门整体支出绩效自评表', 'departmentOverallSelfEvaluation'],
    ['2023年度部门整体绩效自评表', 'departmentOverallSelfEvaluation'],
    ['绩效目标申报表', 'performanceTargetDeclaration'],
    ['项目支出绩效目标申报表', 'performanceTargetDeclaration'],
    ['项目绩效自评结果汇总表', 'summaryTable'],
  ])('%s is the title of a %s', (title, kind) => {
    expect(titleKindOf(title)).toBe(kind);
  });

  it.each([
    '根据要求，我单位填报了项目支出绩效自评表',
    '我单位组织开展绩效自评工作。',
    '项目支出绩效自评表共24张;详见附件',
    '一般公共预算财政拨款支出决算表',
    '收入决算表',
    '项目名称',
    '自评',
    '',
  ])('%j is no title', (line) => {
    expect(titleKindOf(line)).toBeNull();
  });
});

it.each(['优', '良', '中', '差', '合格', '不合格', '良好'])('%s is a grade', (grade) => {
  expect(GRADES.test(grade)).toBe(true);
});

it.each(['优化', '90', '优良率', ''])('%j is no grade', (text) => {
  expect(GRADES.test(text)).toBe(false);
});

it.each(['……', '…', '指标2：', '指标2:', '无', '/'])('%s is a placeholder', (name) => {
  expect(PLACEHOLDER.test(name)).toBe(true);
});

it.each(['指标2：完成率', '无害化处理率', '产出'])('%s is no placeholder', (name) => {
  expect(PLACEHOLDER.test(name)).toBe(false);
});

it.each(['存在问题', '改进措施', '自评结论', '填报人', '备注', '其他需要说明的问题', '偏差原因分析及改进措施'])(
  '%s speaks for the whole form',
  (label) => {
    expect(REMARKS.test(label)).toBe(true);
  },
);
