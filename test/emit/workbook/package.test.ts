import { dirname, join, posix } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeFormats } from '../../../src/emit/output/write-formats.js';
import { lastingFolder } from '../../made/folder.js';
import { madeForm } from '../../made/form.js';
import { unzip } from '../../made/unzip.js';

/** CT_Worksheet of ECMA-376 part 1: Excel refuses a sheet whose elements stand in another order. */
const ORDER = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetProtection', 'autoFilter'],
  ...[
    'mergeCells',
    'conditionalFormatting',
    'dataValidations',
    'hyperlinks',
    'printOptions',
    'pageMargins',
    'pageSetup',
  ],
  ...['headerFooter', 'rowBreaks', 'colBreaks', 'drawing', 'legacyDrawing', 'tableParts'],
];
const FORMS = [
  madeForm(1),
  madeForm(2, {
    projectName: '#N/A',
    findings: [
      { code: 'score-range', severity: 'warning', path: 'indicators[2].score', message: 'High.', messageZh: '过高。' },
      { code: 'text-unplaced', severity: 'error', path: 'indicators[2].score', message: 'Lost.', messageZh: '遗漏。' },
      { code: 'funds-sum', severity: 'note', path: 'funds[1].executed', message: 'Off.', messageZh: '不符。' },
    ],
  }),
];

const folder = lastingFolder();
let parts: Map<string, string>;
beforeAll(async () => {
  await writeFormats(FORMS, folder, { formats: ['xlsx'] });
  parts = unzip(join(folder, 'zipingbiao.xlsx'));
});

const sheets = () => [...parts].filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
const part = (name: string) => parts.get(name) ?? '';
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, first = '']) => first);

/** The names of the elements right below the root. */
function childrenOf(xml: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [, closing, name = '', empty] of xml.matchAll(/<(\/?)([A-Za-z][\w:]*)[^>]*?(\/?)>/g)) {
    if (closing === '/') depth -= 1;
    else {
      if (depth === 1) names.push(name);
      if (empty !== '/') depth += 1;
    }
  }
  return names;
}

describe('the workbook’s package', () => {
  it('has the elements of each sheet in the order that Excel insists on', () => {
    expect(sheets()).toHaveLength(5);
    for (const [, xml] of sheets()) {
      const places = childrenOf(xml).map((name) => ORDER.indexOf(name));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('has every part that a part refers to, and a type for each', () => {
    const types = part('[Content_Types].xml');
    const rels = [...parts].filter(([name]) => name.endsWith('.rels'));
    expect(rels.length).toBeGreaterThan(3);
    for (const [name, xml] of rels) {
      for (const target of all(xml, /Target="([^"]*)"/g)) {
        const path = posix.normalize(posix.join(dirname(dirname(name)), target)).replace(/^\//, '');
        expect([...parts.keys()]).toContain(path);
      }
    }
    for (const name of parts.keys()) {
      const extension = name.split('.').at(-1) ?? '';
      expect(types.includes(`PartName="/${name}"`) || types.includes(`Extension="${extension}"`)).toBe(true);
    }
  });

  it('has every text and style that a cell points to', () => {
    const texts = all(part('xl/sharedStrings.xml'), /<si>()/g).length;
    const styles = all(part('xl/styles.xml').match(/<cellXfs.*?<\/cellXfs>/s)?.[0] ?? '', /<xf()/g).length;
    for (const [, xml] of sheets()) {
      const pointed = all(xml, /t="s"[^>]*><v>(\d+)<\/v>/g).map(Number);
      expect(Math.max(...pointed)).toBeLessThan(texts);
      expect(Math.max(...all(xml, / s="(\d+)"/g).map(Number))).toBeLessThan(styles);
    }
  });

  it('has no formula, and every text cell of the tables in the format for text', () => {
    for (const [, xml] of sheets()) expect(xml).not.toMatch(/<f[ >]|t="e"/);
    const styles = all(part('xl/styles.xml').match(/<cellXfs.*?<\/cellXfs>/s)?.[0] ?? '', /<xf ([^>]*)>/g);
    const text = /numFmtId="(\d+)" formatCode="@"/.exec(part('xl/styles.xml'))?.[1];
    for (const [, xml] of sheets().slice(1)) {
      const used = all(xml, /<c r="[A-Z]+\d+" (?:s="\d+" )?t="(?:s|inlineStr)"[^>]*>()/g);
      expect(used.length).toBeGreaterThan(0);
      const numbers = all(xml, /<c r="[A-Z]+\d+" (?=[^>]*t="(?:s|inlineStr)")[^>]*s="(\d+)"/g);
      expect(numbers).toHaveLength(used.length);
      for (const number of numbers) expect(styles[Number(number)]).toContain(`numFmtId="${text}"`);
    }
  });

  it('links findings to their cells, rows to their projects, and colours with a note', () => {
    const [, , funds = '', indicators = '', findings = ''] = sheets().map(([, xml]) => xml.replaceAll('&apos;', "'"));
    expect(findings).toContain('<hyperlink ref="A2" location="\'项目\'!S2"/>');
    expect(findings).toContain('<hyperlink ref="A3" location="\'指标\'!Z11"/>');
    expect(indicators).toContain('<hyperlink ref="A9" location="\'项目\'!A3"/>');
    expect(all(funds, /<hyperlink ref="A\d+"()/g)).toHaveLength(8);
    const comments = [...parts].filter(([name]) => /comments\d+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(comments.join('')).toContain('score-range: 过高。\ntext-unplaced: 遗漏。');
  });
});
