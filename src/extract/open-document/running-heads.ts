import { FlowBuilder } from '../flow/flow-builder.js';
import type { FlowItem } from '../flow/flow-item.js';
import { runningLinesOf } from '../flow/running-lines.js';
import type { Limits } from '../../schema/limits.js';
import { Notes } from '../source/notes.js';
import { readXml } from '../xml/read-xml.js';
import { OpenDocumentEvents } from './open-document-events.js';

const HEADS = new Set(['header', 'header-left', 'header-first']);
const FEET = new Set(['footer', 'footer-left', 'footer-first']);

/** What stands at the head and at the foot of the pages of an OpenDocument text (ISO/IEC 26300-3, 16.10), from `styles.xml`. @throws BadXml */
export function runningHeadsOf(styles: Uint8Array, limits: Limits): { heads: FlowItem[]; feet: FlowItem[] } {
  const parts = { heads: new FlowBuilder(limits), feet: new FlowBuilder(limits) };
  const eventsOf = (flow: FlowBuilder) =>
    new OpenDocumentEvents(flow, { notes: new Notes(), limits, isWorkbook: false });
  const events = { heads: eventsOf(parts.heads), feet: eventsOf(parts.feet) };
  /** Where the reading is: within a head or a foot, at the element of this name, or outside both. */
  let [within, element, depth]: ['heads' | 'feet' | null, string, number] = [null, '', 0];
  readXml(styles, {
    open(name, attributes) {
      if (within !== null) {
        depth += 1;
        events[within].open(name, attributes);
      } else if (HEADS.has(name) || FEET.has(name)) {
        if (attributes['style:display'] !== 'false')
          [within, element, depth] = [HEADS.has(name) ? 'heads' : 'feet', name, 0];
      }
    },
    close(name) {
      if (within === null) return;
      if (depth === 0 && name === element) within = null;
      else {
        depth -= 1;
        events[within].close(name);
      }
    },
    text(text) {
      if (within !== null) events[within].text(text);
    },
  });
  return { heads: runningLinesOf(parts.heads.take()), feet: runningLinesOf(parts.feet.take()) };
}
