import { deflateSync } from 'node:zlib';
import type { HostileFile } from './hostile-file.js';
import { failed, NO_FORM } from './outcome.js';
import { onePagePdf, type PdfObject, streamOf } from './pdf.js';

const form = (content: string, resources: string) =>
  streamOf(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${resources} >>`, content);
const object = (name: string, number: number) => `/XObject << /${name} ${number} 0 R >>`;
const FIRST = 5;

/** A form that paints the next one several times, and that the next, and so on. */
function nestedForms(levels: number, times: number): Buffer {
  const more = Array.from({ length: levels }, (_, level) =>
    form('/F Do '.repeat(times), level + 1 < levels ? object('F', FIRST + level + 1) : ''),
  );
  return onePagePdf({ content: '/F Do', resources: object('F', FIRST), more });
}

const flood = (operators: string, times: number) =>
  onePagePdf({ content: streamOf('/Filter /FlateDecode', deflateSync(operators.repeat(times))) });

function looping(content: string, resources: string, ...more: readonly PdfObject[]) {
  return () => onePagePdf({ content, resources, more });
}

const nothing = failed('unsupported-kind');
const boxed = (entries: string) => () => onePagePdf({ content: '0 0 100 100 re S', entries });

/** Pages that draw themselves, or without end, or on impossible paper. */
export const DRAWINGS: readonly HostileFile[] = [
  {
    name: 'recursive-form.pdf',
    what: 'a form that paints itself',
    outcome: nothing,
    make: looping('/F Do', object('F', 5), form('/F Do', object('F', 5))),
  },
  {
    name: 'form-ring.pdf',
    what: 'two forms that paint each other',
    outcome: nothing,
    make: looping('/F Do', object('F', 5), form('/F Do', object('F', 6)), form('/F Do', object('F', 5))),
  },
  {
    name: 'exponential-forms.pdf',
    what: 'forms that paint the next one ten times, 30 levels',
    outcome: failed('timed-out', 'out-of-memory'),
    make: () => nestedForms(30, 10),
  },
  {
    name: 'deep-forms.pdf',
    what: 'forms in forms, 10,000 deep',
    outcome: nothing,
    make: () => nestedForms(10_000, 1),
  },
  {
    name: 'recursive-pattern.pdf',
    what: 'a tiling pattern that is filled with itself',
    outcome: failed('timed-out', 'out-of-memory'),
    isSlow: true,
    make: looping(
      '/Pattern cs /P scn 0 0 500 500 re f',
      '/Pattern << /P 5 0 R >>',
      streamOf(
        '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /Pattern << /P 5 0 R >> >>',
        '/Pattern cs /P scn 0 0 9 9 re f',
      ),
    ),
  },
  {
    name: 'recursive-glyph.pdf',
    what: 'a Type 3 glyph that is written with itself',
    outcome: NO_FORM,
    make: looping(
      'BT /F 12 Tf 100 100 Td (A) Tj ET',
      '/Font << /F 5 0 R >>',
      '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 65 /LastChar 65 /Widths [9] /Encoding << /Differences [65 /A] >> /CharProcs << /A 6 0 R >> /Resources << /Font << /F 5 0 R >> >> >>',
      streamOf('', '9 0 d0 BT /F 1 Tf (A) Tj ET'),
    ),
  },
  {
    name: 'operator-flood.pdf',
    what: 'two million operators in some KB',
    outcome: failed('page-too-large'),
    make: () => flood('1 w 0 J 0 j ', 700_000),
  },
  {
    name: 'state-flood.pdf',
    what: 'a million graphics states saved and none restored',
    outcome: failed('timed-out'),
    isSlow: true,
    make: () => flood('q ', 1_000_000),
  },
  {
    name: 'path-flood.pdf',
    what: 'one path of a million lines',
    outcome: nothing,
    make: () => flood('1 1 m 2 3 l ', 500_000),
  },
  {
    name: 'rules-flood.pdf',
    what: '4,000 rules that cross in four million places',
    outcome: nothing,
    make: () => {
      const rules = Array.from({ length: 2_000 }, (_, index) => {
        const at = (index * 0.29).toFixed(2);
        return `${at} 0 m ${at} 842 l 0 ${at} m 595 ${at} l`;
      });
      return onePagePdf({ content: `0.01 w ${rules.join(' ')} S` });
    },
  },
  ...(
    [
      ['nan', '/MediaBox [NaN NaN NaN NaN]', 'no numbers'],
      ['infinite', `/MediaBox [0 0 ${'9'.repeat(400)} ${'9'.repeat(400)}]`, 'numbers of 400 digits'],
      ['enormous', '/MediaBox [0 0 1e9 1e9] /UserUnit 1e9', 'a paper as large as a country'],
      ['of-nothing', '/MediaBox [7 7 7 7]', 'no area'],
      ['inverted', '/MediaBox [595 842 0 0]', 'its corners the wrong way round'],
      ['of-words', '/MediaBox [(a) /b null []]', 'words'],
      ['turned-by-45', '/MediaBox [0 0 595 842] /Rotate 45', 'a turn of 45 degrees'],
    ] as const
  ).map(([name, entries, what]) => ({
    name: `box-${name}.pdf`,
    what: `a page’s box: ${what}`,
    outcome: nothing,
    make: boxed(entries),
  })),
];
