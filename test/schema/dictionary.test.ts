import { describe, expect, it } from 'vitest';
import { dataDictionary, withDictionary } from '../../src/schema/dictionary.js';
import { textOf } from '../made/folder.js';

describe('dataDictionary', () => {
  it('describes columns and fields', () => {
    const english = dataDictionary('en');
    expect(english).toContain(
      '| `target_operator` | 年度指标值·符号 | `=`, `≥`, `>`, `≤`, `<`, null | Target: operator. |',
    );
    expect(english).toContain(
      '| `indicators[].target.value` | number, null | Value. The number, or the lower end of a range. |',
    );
    expect(english).toContain('| `evidence.*.confidence` | number, null |');
    expect(dataDictionary('zh')).toContain('| `pages` | 页码 | string, null | 以分号分隔的页码；文本来源为空。 |');
  });
});

describe('the READMEs', () => {
  it.each([
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh'],
  ] as const)(
    '%s holds the dictionary of the schemas (npx tsx scripts/write-dictionary.ts brings it up to date)',
    (file, language) => {
      const readme = textOf(file);
      expect(readme).toBe(withDictionary(readme, language));
    },
  );

  it('must hold the marks', () => {
    expect(() => withDictionary('# A README', 'en')).toThrow('lacks <!-- dictionary:start -->');
  });
});
