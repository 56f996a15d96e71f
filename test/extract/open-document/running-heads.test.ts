import { expect, it } from 'vitest';
import { runningHeadsOf } from '../../../src/extract/open-document/running-heads.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';

const styles = (inside: string) =>
  Buffer.from(
    `<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:text="t"><style:style style:name="header"/><office:master-styles><style:master-page>${inside}</style:master-page></office:master-styles></office:document-styles>`,
  );
const read = (inside: string) => {
  const { heads, feet } = runningHeadsOf(styles(inside), DEFAULT_LIMITS);
  return [heads, feet].map((items) => items.map((item) => (item.type === 'line' ? item.text : item)));
};

it('gives what stands at the head and the foot of pages, each text once', () => {
  const head = '<style:header><text:p>云湖县<text:span>财政局</text:span></text:p></style:header>';
  const foot = '<style:footer><text:p>第<text:page-number>1</text:page-number>页</text:p></style:footer>';
  expect(read(head + foot + head)).toEqual([['云湖县财政局'], ['第1页']]);
});

it('leaves out what is not shown', () => {
  expect(read('<style:header style:display="false"><text:p>甲</text:p></style:header>')).toEqual([[], []]);
});
