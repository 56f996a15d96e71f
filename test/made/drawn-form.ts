/** The central form as its cells are drawn; a part can be replaced. */
export interface DrawnForm {
  readonly heading: string;
  readonly identity: string;
  readonly funds: string;
  readonly goals: string;
  readonly header: string;
  readonly indicators: string;
  readonly close: string;
}

const CENTRAL: DrawnForm = {
  heading: `财政项目支出绩效自评表
(2023 年度)`,
  identity: `项目名称 | | 执法大队办公业务用房装修专项 | | | | |
    主管部门 | | 上海市普陀区市场监督管理局 | | 实施单位 | | 执法大队 |`,
  funds: `项目资金 (万元) | | 年初预算数 | 全年预算数 | 全年执行数 | 分数 | 执行率(%) | 得分
     | 年度资金总额: | 129.79 | 129.79 | 120.15 | 10.00 | 92.57 | 9.25
     | 其中: 当年财政拨款 | 129.79 | 129.79 | 120.15 | - | 92.57 | -
     | 上年结转资金 | 0.00 | 0.00 | 0.00 | - | 0.00 | -
     | 其他资金 | 0.00 | 0.00 | 0.00 | - | 0.00 | -`,
  goals: `年度总体目标 | 预期目标 | | | 实际完成情况 | | |
     | 完成装修, 通过验收; | | | 已完成, 正常入住办公。 | | |`,
  header: '一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施',
  indicators: `产出 指标 | 数量 指标 | 工程计划完成率 | =100.00(%) | 100.00(%) | 30.00 | 30.00 |
     | 质量 指标 | 一次性验收合格率 | ≥95.00(%) | 98(%) | 30.00 | 30.00 |
    效益 指标 | 可持 续影 响指 标 | 办公环境 | 提升 | 达成指标 | 30.00 | 25.00 | 进度较慢`,
  close: `总分 | | | | | 100.00 | 94.25 |
    评分等级 | 优 | | | | | |`,
};

/** A form drawn for `sheetsFrom`, with some of its parts drawn otherwise. */
export function drawnForm(parts: Partial<DrawnForm> = {}): string {
  const { heading, identity, funds, goals, header, indicators, close } = { ...CENTRAL, ...parts };
  return [heading, identity, funds, goals, header, indicators, close].filter((part) => part !== '').join('\n');
}
