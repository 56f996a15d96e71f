import { CATALOGUE, onePagePdf, pdfOf, streamOf } from './pdf.js';
import { fixture, goodPdf } from './good.js';
import type { HostileFile } from './hostile-file.js';
import { failed, forms } from './outcome.js';

const MANY_PAGES = 100_000;
const DEPTH = 1_000_000;

const page = (entries = '') => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${entries} >>`;
const indexAt = (bytes: Buffer) => bytes.lastIndexOf('xref\n0 ');
const startOf = (bytes: Buffer) => `startxref\n${indexAt(bytes)}\n%%EOF\n`;

/** A PDF of one blank page whose page tree is this. */
const withTree = (tree: string, ...more: readonly string[]) => pdfOf([CATALOGUE, tree, page(), ...more]);

/** Objects that stand where they should not, or lead back to themselves. */
export const STRUCTURES: readonly HostileFile[] = [
  {
    name: 'no-xref.pdf',
    what: 'a printed form without its index',
    outcome: forms(1),
    make: () => {
      const bytes = goodPdf();
      return bytes.subarray(0, indexAt(bytes));
    },
  },
  {
    name: 'wrong-xref.pdf',
    what: 'a printed form whose index points to the wrong places',
    outcome: forms(1),
    make: () =>
      Buffer.from(
        goodPdf()
          .toString('latin1')
          .replace(/\d{7}(?=\d{3} 00000 n)/g, '0000000'),
        'latin1',
      ),
  },
  {
    name: 'xref-wrong-pages.pdf',
    what: 'a printed form whose index points to the wrong places for its three pages alone',
    outcome: forms(1),
    make: () => {
      const bytes = fixture('pdf/13-merged-score.libreoffice-zenhei-landscape-cut.pdf');
      const entries = bytes.indexOf('\n0000000000 65535 f') + 1;
      for (const number of [1, 4, 7]) bytes.write('0000000009', entries + 20 * number); // an entry has 20 bytes
      return bytes;
    },
  },
  {
    name: 'xref-loop.pdf',
    what: 'a printed form whose index names itself as the one before it',
    outcome: forms(1),
    make: () => {
      const bytes = goodPdf();
      const text = bytes.toString('latin1');
      const trailer = `/Prev ${indexAt(bytes)} >>\n${startOf(bytes)}`;
      return Buffer.from(text.slice(0, text.lastIndexOf('>>')) + trailer, 'latin1');
    },
  },
  {
    name: 'page-tree-loop.pdf',
    what: 'a page tree that is its own branch',
    outcome: failed('damaged'),
    make: () => withTree('<< /Type /Pages /Count 2 /Kids [2 0 R 3 0 R] >>'),
  },
  {
    name: 'page-tree-ring.pdf',
    what: 'two branches of a page tree, each the other’s',
    outcome: failed('damaged'),
    make: () =>
      withTree('<< /Type /Pages /Count 2 /Kids [4 0 R] >>', '<< /Type /Pages /Parent 2 0 R /Count 2 /Kids [2 0 R] >>'),
  },
  ...(['1000000000', '-1', '0', '(many)'] as const).map((count) => ({
    name: `count-${count.replace(/\W/g, (sign) => (sign === '-' ? 'minus-' : ''))}.pdf`,
    what: `one page that is counted as \`${count}\``,
    outcome: failed('unsupported-kind'),
    make: () => withTree(`<< /Type /Pages /Count ${count} /Kids [3 0 R] >>`),
  })),
  {
    name: 'pages-100000.pdf',
    what: '100,000 pages',
    outcome: failed('too-many-pages'),
    make: () => {
      const kids = Array.from({ length: MANY_PAGES }, (_, index) => `${index + 3} 0 R`);
      const tree = `<< /Type /Pages /Count ${MANY_PAGES} /Kids [${kids.join(' ')}] >>`;
      return pdfOf([CATALOGUE, tree, ...kids.map(() => page())]);
    },
  },
  {
    name: 'page-100000-times.pdf',
    what: 'one page, 100,000 times',
    outcome: failed('too-many-pages'),
    make: () => withTree(`<< /Type /Pages /Count ${MANY_PAGES} /Kids [${'3 0 R '.repeat(MANY_PAGES)}] >>`),
  },
  {
    name: 'object-stream-loop.pdf',
    what: 'object streams that extend each other and hold themselves',
    outcome: failed('unsupported-kind'),
    make: () => {
      const looping = (extended: number, held: number) =>
        streamOf(`/Type /ObjStm /N 1 /First 4 /Extends ${extended} 0 R`, `${held} 0 ${CATALOGUE}`);
      return pdfOf([CATALOGUE, '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', page(), looping(5, 4), looping(4, 5)]);
    },
  },
  {
    name: 'length-of-itself.pdf',
    what: 'a stream whose length is the stream',
    outcome: failed('unsupported-kind'),
    make: () => onePagePdf({ content: Buffer.from('<< /Length 4 0 R >>\nstream\n0 0 m\nendstream') }),
  },
  ...(
    [
      ['array', '['],
      ['dictionary', '<< /A '],
    ] as const
  ).flatMap(([kind, opening]) => [
    {
      name: `deep-${kind}.pdf`,
      what: `a page’s ${kind} in itself, ${DEPTH.toLocaleString('en')} deep`,
      outcome: failed('damaged'),
      make: () => pdfOf([CATALOGUE, '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', page(`/A ${opening.repeat(DEPTH)}`)]),
    },
    {
      name: `deep-${kind}-drawn.pdf`,
      what: `the same in what the page draws`,
      outcome: failed('unsupported-kind'),
      make: () => onePagePdf({ content: opening.repeat(DEPTH) }),
    },
  ]),
];
