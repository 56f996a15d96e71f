/** A view that people would write first, in SQL that SQLite and DuckDB both take. Sums are rounded, as SQLite's are binary fractions. */
interface View {
  readonly name: string;
  readonly comment: string;
  readonly query: string;
}

export const VIEWS: readonly View[] = [
  {
    name: 'lost_points',
    comment:
      '失分项：得分低于分值的指标和资金. Indicators and funds that scored below their weight, the most points first.',
    query: `
SELECT p.id AS id, p.year AS year, p.implementing_unit AS implementing_unit, p.project_name AS project_name, i.level1, i.level2, i.name, i.target, i.actual,
  i.weight, i.score, round(i.weight - i.score, 6) AS lost, i.deviation
FROM indicators i JOIN projects p USING (id)
WHERE i.score < i.weight
UNION ALL
SELECT p.id, p.year, p.implementing_unit, p.project_name, NULL, NULL, f.label, NULL, NULL,
  f.weight, f.score, round(f.weight - f.score, 6), NULL
FROM funds f JOIN projects p USING (id)
WHERE f.score < f.weight
ORDER BY lost DESC, id`,
  },
  {
    name: 'execution_by_unit',
    comment:
      '各单位预算执行：按单位、年度和金额单位汇总. Budgets and spending by unit, year and currency unit; projects without both amounts are not counted.',
    query: `
SELECT p.implementing_unit, p.year, p.currency_unit, count(*) AS projects,
  round(sum(p.total_funds_annual_budget), 6) AS annual_budget,
  round(sum(p.total_funds_executed), 6) AS executed,
  CASE WHEN sum(p.total_funds_annual_budget) > 0
    THEN round(100.0 * sum(p.total_funds_executed) / sum(p.total_funds_annual_budget), 2) END AS execution_rate
FROM projects p
WHERE p.total_funds_annual_budget IS NOT NULL AND p.total_funds_executed IS NOT NULL
GROUP BY p.implementing_unit, p.year, p.currency_unit
ORDER BY p.implementing_unit, p.year, p.currency_unit`,
  },
  {
    name: 'open_findings',
    comment: '待核问题：错误和警告. Errors and warnings with their projects, errors first.',
    query: `
SELECT f.severity, f.code, f.message_zh, f.message, f.path, f.value, f.id, p.year, p.implementing_unit, p.project_name,
  f.source_file, p.pages
FROM findings f LEFT JOIN projects p USING (id)
WHERE f.severity <> 'note'
ORDER BY CASE f.severity WHEN 'error' THEN 0 ELSE 1 END, f.id, f.row_number`,
  },
];

export function createViews(): string[] {
  return VIEWS.map(({ name, comment, query }) => `CREATE VIEW ${name} AS -- ${comment}${query}`);
}
