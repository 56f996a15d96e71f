import { zipOf } from '../office/zip.js';
import type { HostileFile } from './hostile-file.js';
import { fixture } from './good.js';
import { FILE_ENTITY } from './office-base.js';
import { failed, forms, NO_FORM } from './outcome.js';

const repeated = (times: number, text: string) => Array<string>(times).fill(text).join('');
const hocr = (inside: string, doctype = '') =>
  Buffer.from(`${doctype}<html><body><div class="ocr_page" title="bbox 0 0 2480 3508">${inside}</div></body></html>`);
const word = (text: string, box = '100 100 200 150') => `<span class="ocrx_word" title="bbox ${box}">${text}</span>`;
const alto = (inside: string) =>
  Buffer.from(`<alto><Layout><Page WIDTH="2480" HEIGHT="3508"><TextLine>${inside}</TextLine></Page></Layout></alto>`);
const GOOD = 'forms/09-yuan.tab.md';

/** What OCR programs write, and archives, made to harm. */
export const OCR_FILES: readonly HostileFile[] = [
  {
    name: 'tag-endless.hocr',
    what: 'a tag of a million attributes',
    outcome: failed('damaged'),
    make: () => hocr(`<span ${repeated(1_000_000, 'a ')}>`),
  },
  {
    name: 'nested-200000.hocr',
    what: '200,000 elements that are never closed, and as many ends of others',
    outcome: failed('damaged'),
    make: () => hocr(word('a') + repeated(200_000, '<b>') + repeated(200_000, '</i>')),
  },
  {
    name: 'pages-20000.hocr',
    what: '20,000 pages',
    outcome: failed('too-many-pages'),
    make: () => hocr(repeated(20_000, '</div><div class="ocr_page">')),
  },
  {
    name: 'words-201000.hocr',
    what: '201,000 words in one place',
    outcome: failed('page-too-large'),
    make: () => hocr(repeated(201_000, word('a'))),
  },
  {
    name: 'boxes-absurd.hocr',
    what: 'boxes that are no boxes',
    outcome: NO_FORM,
    make: () => hocr(word('a') + word('b', '1e308 1e308 1e309 NaN') + word('c', '9 9 1 1') + word('d', '')),
  },
  {
    name: 'file-entity.hocr',
    what: 'an entity that stands for /etc/passwd',
    outcome: NO_FORM,
    make: () => hocr(word('&a9;'), FILE_ENTITY),
  },
  {
    name: 'numbers-absurd.xml',
    what: 'ALTO with places and confidences that are no numbers',
    outcome: NO_FORM,
    make: () =>
      alto(
        '<String HPOS="1" VPOS="1" WIDTH="9" HEIGHT="9" WC="-7" CONTENT="a"/><String HPOS="1e308" VPOS="x" WIDTH="-1" HEIGHT="" WC="NaN" CONTENT="b"/>',
      ),
  },
  {
    name: 'rules-20000.xml',
    what: 'ALTO with 20,000 rules that cross each other',
    outcome: NO_FORM,
    make: () =>
      alto(
        `<String HPOS="1" VPOS="1" WIDTH="9" HEIGHT="9" CONTENT="a"/>${Array.from({ length: 10_000 }, (_, at) => `<GraphicalElement HPOS="0" VPOS="${at}" WIDTH="3000" HEIGHT="1"/><GraphicalElement HPOS="${at}" VPOS="0" WIDTH="1" HEIGHT="3000"/>`).join('')}`,
      ),
  },
  {
    name: 'traversal.md',
    what: 'an archive of a file that would land outside',
    outcome: forms(1),
    make: () => zipOf([{ name: '../../../../traversal.md', bytes: fixture(GOOD) }]),
  },
  {
    name: 'archive-within.zip',
    what: 'an archive within an archive',
    outcome: failed('unsupported-kind'),
    make: () => zipOf([{ name: 'archive-within.zip', bytes: zipOf([{ name: 'a.md', bytes: fixture(GOOD) }]) }]),
  },
  {
    name: 'entries-20000.zip',
    what: 'an archive of 20,000 files',
    outcome: failed('unpacks-too-large'),
    make: () => zipOf(Array.from({ length: 20_000 }, (_, at) => ({ name: `${at}.md`, bytes: '' }))),
  },
];
