import { describe, expect, it } from 'vitest';
import { attributeOf, BadXml, readXml } from '../../../src/extract/xml/read-xml.js';

function read(xml: string | Uint8Array): string {
  let said = '';
  readXml(typeof xml === 'string' ? Buffer.from(xml) : xml, {
    open: (element, attributes) => void (said += `<${element} ${attributeOf(attributes, 'val') ?? ''}>`),
    close: (element) => void (said += `</${element}>`),
    text: (text) => void (said += text),
  });
  return said;
}

describe('XML', () => {
  it('comes in order, names without prefixes', () => {
    expect(read('<w:a w:val="1"><b val="2">x&amp;<![CDATA[<y>]]></b></w:a>')).toBe('<a 1><b 2>x&<y></b></a>');
  });
  it('is read in the encoding that it states', () => {
    const gbk = [0xb1, 0xed]; // 表
    const inside = [...Buffer.from('<?xml version="1.0" encoding="GB2312"?><a>'), ...gbk, ...Buffer.from('</a>')];
    expect(read(Buffer.from(inside))).toBe('<a >表</a>');
    expect(read(Buffer.from('\uFEFF<a>表</a>', 'utf16le'))).toBe('<a >表</a>');
  });
  it.each([
    ['an end that is missing', '<a>'],
    ['text alone', 'abc'],
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
    ['a file of the system', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
    ['nesting without end', '<a>'.repeat(9999)],
  ])('fails on %s', (_, xml) => {
    expect(() => read(xml)).toThrow(BadXml);
  });
});
