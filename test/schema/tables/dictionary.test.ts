import { describe, expect, it } from 'vitest';
import { dataDictionary } from '../../../src/schema/tables/dictionary.js';

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
