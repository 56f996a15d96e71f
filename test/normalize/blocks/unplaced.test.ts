import { expect, it } from 'vitest';
import { drawnForm } from '../../made/drawn-form.js';
import { recordOf } from '../../made/normalized.js';

async function unplacedIn(drawing: string) {
  const { findings, other } = await recordOf(drawing);
  return {
    findings: findings.flatMap(({ code, severity, path }) => (code === 'text-unplaced' ? [`${severity} ${path}`] : [])),
    other: other.flatMap(({ label, text }) => (label === '' ? [text] : [])),
  };
}

it('a form of which every text has its place says nothing', async () => {
  expect(await unplacedIn(drawnForm())).toEqual({ findings: [], other: [] });
});

it.each([
  ['a number beside a value', { identity: '项目名称 | 信息化专项\n主管部门 | 某局 | 123' }, 'error', '123'],
  ['a text beside a value', { identity: '项目名称 | 信息化专项\n主管部门 | 某局 | 另文' }, 'warning', '另文'],
])('%s is kept without a label and told', async (_, parts, severity, text) => {
  const { findings, other } = await unplacedIn(drawnForm(parts));
  expect(other).toEqual([text]);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatch(new RegExp(`^${severity} `));
});
