import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { balanceOf } from '../scripts/account/balance.js';
import { damaged, damageSources } from '../scripts/damage/damaged-texts.js';
import { DAMAGES } from '../scripts/damage/damages.js';
import { randomFrom } from '../scripts/damage/random.js';
import { openDocument } from '../src/extract/open.js';
import { DEFAULT_LIMITS } from '../src/schema/limits.js';
import type { Sheet } from '../src/schema/sheet.js';
import { drawnForm } from './made/drawn-form.js';
import { sheetsFrom } from './made/sheets.js';

const root = join(import.meta.dirname, '..');
const shared = join(root, '../shared/data');

async function balanceOfText(bytes: Uint8Array, name: string) {
  const sheets: Sheet[] = [];
  for await (const sheet of (await openDocument({ bytes, name }, DEFAULT_LIMITS)).sheets()) sheets.push(sheet);
  return balanceOf(sheets, name);
}

describe('every character of a form is accounted for', () => {
  it.each(readdirSync(join(root, 'fixtures/forms')))('in %s', async (file) => {
    const { forms, exceptions } = await balanceOfText(readFileSync(join(root, 'fixtures/forms', file)), file);
    expect(forms).toBeGreaterThan(0);
    expect(exceptions).toEqual([]);
  });

  it.each(damageSources('nowhere').slice(0, 40))('in $name, damaged', async ({ name, text }) => {
    const random = randomFrom(name.length);
    const bytes = new TextEncoder().encode(damaged(text, random, Object.keys(DAMAGES)));
    expect((await balanceOfText(bytes, name)).exceptions).toEqual([]);
  });

  it.skipIf(!existsSync(shared))('in the published forms', async () => {
    const { forms, exceptions } = await balanceOfText(readFileSync(join(shared, 'putuo-2023/source.md')), 'source.md');
    expect([forms, exceptions]).toEqual([24, []]);
  });
});

describe('the account of a form', () => {
  it('adds up to what is printed', () => {
    const { printed, byOwner, unplaced, signs } = balanceOf(sheetsFrom(drawnForm()));
    const owned = Object.values(byOwner).reduce((sum, characters) => sum + characters, 0);
    expect(owned + unplaced + signs).toBe(printed);
  });

  it('has a place for a text that no field takes: a finding', () => {
    const close = `总分 | | | | | 100.00 | 94.25 |
      评分等级 | 优 | | | | 另计7.5 | |`;
    const { unplaced, exceptions } = balanceOf(sheetsFrom(drawnForm({ close })));
    expect([unplaced, exceptions]).toEqual(['另计7.5'.length, []]);
  });

  it('has the rows above the one that shows the form, where its project’s name is misread', () => {
    const identity = `顷目名称 | | 执法大队办公业务用房装修专项 | | | | |`;
    expect(balanceOf(sheetsFrom(drawnForm({ identity }))).exceptions).toEqual([]);
  });
});
