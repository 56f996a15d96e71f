import type { FlowItem } from './flow-item.js';

type Line = Extract<FlowItem, { type: 'line' }>;

/** What the head or the foot of pages says, as lines, each once: pages repeat it, and its tables only put texts beside each other. */
export function runningLinesOf(items: readonly FlowItem[]): Line[] {
  const texts = items.flatMap((item) => {
    if (item.type === 'line') return [item.text];
    return item.type === 'table' ? item.cells.flatMap(({ text }) => text.split('\n')) : [];
  });
  return [...new Set(texts.map((text) => text.trim()))]
    .filter((text) => text !== '')
    .map((text) => ({ type: 'line', text }));
}
