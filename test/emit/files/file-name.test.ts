import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OWN_NAME, projectStem } from '../../../src/emit/files/file-name.js';

const ID = '3f2a9c81d04e-003';

describe('projectStem', () => {
  it.each([
    ['食品安全抽检', `${ID}-食品安全抽检`],
    ['a/b\\c:d*e?f"g<h>i|j', `${ID}-a_b_c_d_e_f_g_h_i_j`],
    ['CON', `${ID}-CON`],
    ['名称. . ', `${ID}-名称`],
    ['甲\u202e乙\u0000丙\n丁', `${ID}-甲 乙 丙 丁`],
    ['e\u0301', `${ID}-\u00e9`],
    ['../../etc/passwd', `${ID}-.._.._etc_passwd`],
    ['', `${ID}-unnamed`],
    ['...', `${ID}-unnamed`],
    [null, `${ID}-unnamed`],
  ])('%j', (name, stem) => {
    expect(projectStem(ID, name)).toBe(stem);
  });

  it('cuts at a whole character', () => {
    const stem = projectStem(ID, '👨‍👩‍👧'.replaceAll('\u200d', '') + '𠮷'.repeat(100));
    expect(stem).not.toMatch(/\p{Cs}/u);
    expect(Buffer.byteLength(stem)).toBeGreaterThan(240);
  });

  it('is safe for every name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const stem = projectStem(ID, name);
        expect(stem.startsWith(`${ID}-`)).toBe(true);
        expect(stem).toMatch(OWN_NAME);
        expect(stem).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]|[. ]$/u);
        expect(stem.normalize('NFC')).toBe(stem);
        expect(Buffer.byteLength(`${stem}.json`)).toBeLessThanOrEqual(255);
      }),
    );
  });

  it('never collides, also where case does not count', () => {
    const names = [1, 2, 3].map((ordinal) => projectStem(`3f2a9c81d04e-00${ordinal}`, ordinal === 1 ? 'A' : 'a'));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(3);
  });
});
