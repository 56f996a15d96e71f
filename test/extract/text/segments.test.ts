import { expect, it } from 'vitest';
import { Losses } from '../../../src/extract/source/losses.js';
import { type Segment, Segmenter } from '../../../src/extract/text/segments.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';

function segments(chunks: readonly string[]): Segment[] {
  const segmenter = new Segmenter(DEFAULT_LIMITS, new Losses(DEFAULT_LIMITS));
  return [...chunks.flatMap((chunk) => [...segmenter.push(chunk)]), ...segmenter.end()];
}
const line = (text: string): Segment => ({ kind: 'line', text });
const table = (html: string): Segment => ({ kind: 'table', html });

it('parts lines, tables and pages', () => {
  expect(segments(['a\n<table>1<table>2</table>3</table>b\fc'])).toEqual([
    ...[line('a'), table('<table>1'), table('<table>2</table>'), line('3</table>b'), { kind: 'break' }, line('c')],
  ]);
});
it('counts nested tables in a cell', () => {
  const html = '<table><tr><td>1<table><tr><td>2</table>3</td></tr></table>';
  expect(segments([html])).toEqual([table(html), line('')]);
});
it('waits for a line end or a tag that a chunk parts', () => {
  expect(segments(['a\r', '\nb<ta', 'ble>1</tab', 'le', '>c<!-', '-d--', '>e'])).toEqual([
    ...[line('a'), line('b'), table('<table>1</table>'), line('ce')],
  ]);
});
it('does not take another name for a table', () => {
  expect(segments(['<tablet> <tables'])).toEqual([line('<tablet> <tables')]);
});
it('releases a long line of HTML at the end of a block, and cuts one that has none', () => {
  const paragraph = `<p>${'甲'.repeat(100)}</p>`;
  const released = segments(Array.from({ length: 20 }, () => paragraph.repeat(1_000)));
  expect(released.length).toBeGreaterThan(2);
  expect(released.map((segment) => (segment.kind === 'line' ? segment.text : '')).join('')).toBe(
    paragraph.repeat(20_000),
  );
  expect(segments(Array.from({ length: 20 }, () => '乙'.repeat(100_000)))[0]).toEqual(line('乙'.repeat(600_000)));
});
