import { deflateSync } from 'node:zlib';
import { madePdf } from '../../test/made/pdf.js';
import { fixture } from './good.js';
import type { HostileFile } from './hostile-file.js';
import { failed, forms, NO_FORM } from './outcome.js';
import { onePagePdf, streamOf } from './pdf.js';

const MEGABYTE = 1024 ** 2;
const SHOWN = 500;

/** A page that shows one character many times. */
const showing = (character: string) => () =>
  madePdf([{ content: `BT /F1 6 Tf 20 800 Td ${'<0001> Tj 0 -1 Td '.repeat(SHOWN)} ET` }], {
    characters: { '0001': character },
  });

/** A form as it is read from text. */
const good = () => fixture('forms/01-central-leading.tab.md').toString();

/** Characters that are not what they seem, and too many of them. */
export const TEXTS: readonly HostileFile[] = [
  { name: 'tounicode-control.pdf', what: 'glyphs that mean NUL', outcome: NO_FORM, make: showing('\0') },
  {
    name: 'tounicode-bidi.pdf',
    what: 'glyphs that turn the direction of writing',
    outcome: NO_FORM,
    make: showing('\u202e\u2066'),
  },
  { name: 'tounicode-private.pdf', what: 'glyphs of the private-use area', outcome: NO_FORM, make: showing('\ue000') },
  {
    name: 'tounicode-half.pdf',
    what: 'glyphs that mean half a surrogate pair',
    outcome: NO_FORM,
    make: showing('\ud800'),
  },
  {
    name: 'tounicode-long.pdf',
    what: 'glyphs that mean 100,000 characters each',
    outcome: NO_FORM,
    make: showing('长'.repeat(100_000)),
  },
  {
    name: 'glyph-flood.pdf',
    what: 'a page of a million glyphs',
    outcome: failed('page-too-large'),
    make: () =>
      onePagePdf({
        content: streamOf(
          '/Filter /FlateDecode',
          deflateSync(`BT /F 1 Tf ${`(${'A'.repeat(100)}) Tj `.repeat(10_000)} ET`),
        ),
        resources: '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>',
      }),
  },
  {
    name: 'one-line.txt',
    what: '32 MB of text in one line',
    outcome: NO_FORM,
    make: () => Buffer.alloc(32 * MEGABYTE, '绩'),
  },
  {
    name: 'wide-row.md',
    what: 'a row of a million cells',
    outcome: NO_FORM,
    make: () => Buffer.from(`|${' 1 |'.repeat(1_000_000)}\n`),
  },
  {
    name: 'nested-tables.html',
    what: 'tables in tables, 50,000 deep',
    outcome: NO_FORM,
    make: () => Buffer.from('<table><tr><td>'.repeat(50_000)),
  },
  {
    name: 'nested-elements.html',
    what: 'elements in elements, 500,000 deep, in a cell',
    outcome: NO_FORM,
    make: () => Buffer.from(`<table><tr><td>${'<div><b>'.repeat(250_000)}`),
  },
  {
    name: 'endless-spans.html',
    what: 'cells that span a billion rows and columns',
    outcome: NO_FORM,
    make: () =>
      Buffer.from(`<table>${'<tr><td rowspan=1000000000 colspan=1000000000>甲</td></tr>'.repeat(1_000)}</table>`),
  },
  {
    name: 'open-tags.html',
    what: 'a million tags that are opened and never closed',
    outcome: NO_FORM,
    make: () => Buffer.from('<a <'.repeat(1_000_000)),
  },
  {
    name: 'turned-text.md',
    what: 'a form whose texts turn the direction of writing',
    outcome: forms(1),
    make: () => Buffer.from(good().replaceAll('指标', '指标\u202e')),
  },
  {
    name: 'formulas.md',
    what: 'a form whose texts are formulas of a spreadsheet',
    outcome: forms(1),
    make: () => Buffer.from(good().replaceAll('达成', '=cmd|"/c calc"!A1达成')),
  },
];
