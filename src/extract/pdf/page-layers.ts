import type { Ruling } from '../lattice/ruling.js';
import type { PageRemark } from '../pages/page-reading.js';
import type { Glyph } from '../geometry/glyph.js';
import { decorationsOf } from './layers/decorations.js';
import { textLayersOf } from './layers/text-layers.js';
import type { TextRun } from './layers/text-run.js';
import type { PageContent } from './page-content.js';

/** What of a page's content its tables are made of. */
export interface TableContent {
  readonly glyphs: readonly Glyph[];
  /** Of the glyphs: those that may have been put over the page. */
  readonly doubtful: ReadonlySet<Glyph>;
  readonly rulings: readonly Ruling[];
  readonly remarks: readonly PageRemark[];
}

/** Sets aside what lies over the page and what decorates its text. */
export function tableContentOf({ glyphs, rulings: painted }: PageContent): TableContent {
  const rulings = painted.some(({ isMark }) => isMark) ? painted.filter(({ isMark }) => !isMark) : painted;
  const { text, overlaid, doubtful } = textLayersOf(glyphs, rulings);
  const decorations = decorationsOf(painted, text);
  return {
    glyphs: text,
    doubtful: new Set(doubtful.flatMap((run) => run.glyphs)),
    rulings: decorations.rulings,
    remarks: [
      ...remarksOf('overlaid', overlaid),
      ...remarksOf('doubtful', doubtful),
      ...decorations.struck.map((struck): PageRemark => ({ kind: 'struck', text: struck })),
    ],
  };
}

/** Texts that follow each other one character at a time, as those of a seal do, are told as one. */
function remarksOf(kind: PageRemark['kind'], runs: readonly TextRun[]): PageRemark[] {
  const remarks: { kind: PageRemark['kind']; text: string }[] = [];
  let isSingle = false;
  for (const { text } of runs) {
    const last = remarks.at(-1);
    if (last && isSingle && text.length === 1) last.text += text;
    else remarks.push({ kind, text });
    isSingle = text.length === 1;
  }
  return remarks;
}
