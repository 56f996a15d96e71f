import { describe, expect, it } from 'vitest';
import { ofdOf, type OfdParts, ofdRule, ofdText, type OfdPageParts } from '../../../scripts/office/ofd.js';
import { openDocument } from '../../../src/extract/open.js';
import { stepsOf } from '../../../src/extract/ofd/text-glyphs.js';
import { subpathsOfData } from '../../../src/extract/ofd/path-data.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';
import type { Sheet } from '../../../src/schema/sheet.js';
import { drawn } from '../text/drawn.js';

async function read(pages: OfdPageParts[], parts: OfdParts = {}) {
  const document = await openDocument({ bytes: ofdOf(pages, parts), name: 'a.ofd' }, DEFAULT_LIMITS);
  const sheets: Sheet[] = [];
  for await (const sheet of document.sheets()) sheets.push(sheet);
  return { sheets, kind: document.kind, pages: document.pages };
}
const POINT = 72 / 25.4;
/** Two columns, two rows; the left cell is merged over both. */
const RULES = [
  ofdRule(20, 40, 100, 40),
  ofdRule(60, 50, 100, 50),
  ofdRule(20, 60, 100, 60),
  ofdRule(20, 40, 20, 60),
  ofdRule(60, 40, 60, 60),
  ofdRule(100, 40, 100, 60),
].join('');
const TEXTS = ofdText('甲', [25, 52], 4) + ofdText('数量', [65, 46], 4) + ofdText('≥95%', [65, 56], 4);
const TABLE = ['0| 甲[0 2x1] 数量[1]', '1| ≥95%[1]'];

describe('an OFD document', () => {
  it.each([
    ['up', '0 -1 1 0 0 210'],
    ['down', '0 1 -1 0 297 0'],
    ['upside down', '-1 0 0 -1 297 210'],
  ])('turns a page whose text runs %s', async (_, turn) => {
    const whole = `<ofd:CompositeObject ResourceID="5" Boundary="0 0 297 297" CTM="${turn}"/>`;
    const inside = RULES + ofdText('自评表', [40, 30], 5) + TEXTS;
    const { sheets } = await read([{ objects: whole, box: turn.startsWith('-') ? '0 0 297 210' : '0 0 297 297' }], {
      resources: `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5"><ofd:Content>${inside}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
    });
    expect(drawn(sheets)).toEqual(['自评表', ...TABLE]);
  });

  it('gives lines and tables as a PDF does, with page and box in points', async () => {
    const { sheets, kind, pages } = await read([{ objects: RULES + ofdText('自评表', [40, 30], 5) + TEXTS }]);
    expect({ kind, pages }).toEqual({ kind: 'ofd', pages: 1 });
    expect(drawn(sheets)).toEqual(['自评表', ...TABLE]);
    const box = sheets[0]?.cells[1]?.box ?? [];
    [60, 40, 100, 50].forEach((edge, at) => {
      expect(box[at]).toBeCloseTo(edge * POINT, 0);
    });
    expect(sheets[0]?.cells[1]).toMatchObject({ page: 1, reading: 'glyphs' });
  });

  it('reads templates, page blocks, matrices and parameters by reference', async () => {
    const block = `<ofd:PageBlock>${TEXTS}</ofd:PageBlock>`;
    const half =
      '<ofd:PathObject Boundary="20 70 80 1" CTM="2 0 0 2 0 0" DrawParam="7"><ofd:AbbreviatedData>M 0 0 L 40 0</ofd:AbbreviatedData></ofd:PathObject>';
    const { sheets } = await read([{ objects: block + half + ofdText('末', [25, 67], 4), template: '5' }], {
      templates: { 5: RULES + ofdRule(20, 60, 20, 70) + ofdRule(100, 60, 100, 70) },
      resources:
        '<ofd:DrawParams><ofd:DrawParam ID="7" Relative="8"/><ofd:DrawParam ID="8" LineWidth="0.1" Relative="7"/></ofd:DrawParams>',
    });
    expect(drawn(sheets)).toEqual([...TABLE, '2| 末[0 1x2]']);
  });

  it('goes on with a table over pages', async () => {
    const { sheets } = await read([{ objects: RULES + TEXTS }, { objects: RULES + TEXTS }]);
    expect(sheets.map(({ cells }) => cells[0]?.page)).toEqual([1, 2]);
  });

  it('leaves out what can not be seen', async () => {
    const white = ofdText('白', [65, 46], 4).replace(
      '<ofd:TextCode',
      '<ofd:FillColor Value="255 255 255"/><ofd:TextCode',
    );
    const { sheets } = await read([
      { objects: RULES + TEXTS + white + ofdText('藏', [65, 46], 4, 'Visible="false"') + ofdText('外', [500, 46], 4) },
    ]);
    expect(drawn(sheets)).toEqual(TABLE);
  });

  it('survives pages that are not there and references in a circle', async () => {
    const circle =
      '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="9"><ofd:Content><ofd:CompositeObject ResourceID="9"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>';
    const { sheets } = await read(
      [{ objects: `${RULES}${TEXTS}<ofd:CompositeObject ResourceID="9"/>`, template: '404' }],
      {
        resources: circle,
      },
    );
    expect(drawn(sheets)).toEqual(TABLE);
  });

  it('is damaged where it has no page, or none can be read', async () => {
    await expect(read([])).rejects.toMatchObject({ code: 'damaged' });
    await expect(read([{ objects: '<ofd:PageBlock>' }])).rejects.toMatchObject({ code: 'damaged' });
  });
});

it.each([
  ['3 3 1.5', [3, 3, 1.5]],
  ['g 3 2 1', [2, 2, 2, 1]],
  ['1 g 2 4 5', [1, 4, 4, 5]],
  ['g 1e12 1', 100_000],
  ['', []],
])('steps %s', (list, expected) => {
  const steps = stepsOf(list);
  expect(typeof expected === 'number' ? steps.length : steps).toEqual(expected);
});

it('reads abbreviated data: lines, curves, arcs, closing', () => {
  const data = 'S 0 0 M 1 1 L 2 1 B 1 2 3 4 5 6 C M 0 0 A 1 1 0 0 1 9 9 X 4 L';
  expect(subpathsOfData(data, [1, 0, 0, 1, 0, 0])).toEqual([
    {
      points: [
        [1, 1],
        [2, 1],
        [1, 2],
        [3, 4],
        [5, 6],
        [1, 1],
      ],
      curved: true,
    },
    {
      points: [
        [0, 0],
        [9, 9],
      ],
      curved: true,
    },
  ]);
});
