import { ofdOf, ofdText } from '../office/ofd.js';
import { zipOf } from '../office/zip.js';
import type { HostileFile } from './hostile-file.js';
import { BILLION_LAUGHS, edited, withDoctype } from './office-base.js';
import { failed, NO_FORM } from './outcome.js';

const TEXT = ofdText('a', [10, 10], 5);
const repeated = (times: number, text: string) => Array<string>(times).fill(text).join('');
const NAME_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const documentAt = (root: string, document = '<ofd:Document/>') =>
  zipOf([
    {
      name: 'OFD.xml',
      bytes: `<ofd:OFD ${NAME_SPACE}><ofd:DocBody><ofd:DocRoot>${root}</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    },
    { name: 'Doc_0/Document.xml', bytes: document.replace('<ofd:Document', `<ofd:Document ${NAME_SPACE}`) },
  ]);

/** OFD documents whose parts go round in circles, grow, or point out of the package. */
export const OFD_FILES: readonly HostileFile[] = [
  {
    name: 'template-cycle.ofd',
    what: 'a template that is its own template',
    outcome: NO_FORM,
    make: async () =>
      edited(ofdOf([{ objects: TEXT, template: '9' }], { templates: { 9: TEXT } }), {
        'Tpls/9.xml': (text) => text.replace('<ofd:Content>', '<ofd:Template TemplateID="9"/><ofd:Content>'),
      }),
  },
  {
    name: 'graphics-cycle.ofd',
    what: 'a composed graphic that holds itself ten times',
    outcome: NO_FORM,
    make: () =>
      ofdOf([{ objects: TEXT + '<ofd:CompositeObject ResourceID="5"/>' }], {
        resources: `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5"><ofd:Content>${repeated(10, '<ofd:CompositeObject ResourceID="5" CTM="2 0 0 2 0 0"/>')}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
      }),
  },
  {
    name: 'parameters-cycle.ofd',
    what: 'drawing parameters that refer to each other',
    outcome: NO_FORM,
    make: () =>
      ofdOf(
        [
          {
            objects: `${TEXT}<ofd:PathObject DrawParam="1"><ofd:AbbreviatedData>M 0 0 L 9 9</ofd:AbbreviatedData></ofd:PathObject>`,
          },
        ],
        {
          resources:
            '<ofd:DrawParams><ofd:DrawParam ID="1" Relative="2"/><ofd:DrawParam ID="2" Relative="1"/></ofd:DrawParams>',
        },
      ),
  },
  {
    name: 'root-outside.ofd',
    what: 'a document that is /etc/passwd',
    outcome: failed('damaged'),
    make: () => documentAt('../../../../../etc/passwd'),
  },
  {
    name: 'root-is-package.ofd',
    what: 'a package whose document is itself',
    outcome: failed('damaged'),
    make: () => documentAt('OFD.xml'),
  },
  {
    name: 'pages-missing.ofd',
    what: 'pages that are not there, and one that is the document',
    outcome: failed('damaged', 'unsupported-kind'),
    make: () =>
      documentAt(
        'Doc_0/Document.xml',
        '<ofd:Document><ofd:Pages><ofd:Page ID="1" BaseLoc="a.xml"/><ofd:Page ID="2" BaseLoc="Document.xml"/></ofd:Pages></ofd:Document>',
      ),
  },
  {
    name: 'pages-20000.ofd',
    what: '20,000 pages that are all the same',
    outcome: failed('too-many-pages'),
    make: () =>
      documentAt(
        'Doc_0/Document.xml',
        `<ofd:Document><ofd:Pages>${repeated(20_000, '<ofd:Page ID="1" BaseLoc="Document.xml"/>')}</ofd:Pages></ofd:Document>`,
      ),
  },
  {
    name: 'steps-a-billion.ofd',
    what: 'texts with a billion steps between two characters',
    outcome: NO_FORM,
    make: () =>
      ofdOf([
        {
          objects: repeated(
            50,
            '<ofd:TextObject Boundary="1 1 9 9" Size="3"><ofd:TextCode X="1" Y="5" DeltaX="g 1000000000 1 g 1000000000 1">ab</ofd:TextCode></ofd:TextObject>',
          ),
        },
      ]),
  },
  {
    name: 'numbers-absurd.ofd',
    what: 'places, sizes and matrices that are no numbers, or endless',
    outcome: failed('unsupported-kind'),
    make: () =>
      ofdOf([
        {
          box: '0 0 1e308 -1e308',
          objects: `${TEXT}<ofd:TextObject Boundary="1e308 1e308 1 1" CTM="1e308 1e308 1e308 1e308 1e308 1e308" Size="1e308"><ofd:TextCode X="NaN" Y="Infinity" DeltaX="1e308 x">ab</ofd:TextCode></ofd:TextObject><ofd:PathObject Boundary="-1e308 0 1 1" LineWidth="1e308"><ofd:AbbreviatedData>M 0 0 L 1e308 NaN Q 1 B A A A C C</ofd:AbbreviatedData></ofd:PathObject>`,
        },
      ]),
  },
  {
    name: 'blocks-nested-400.ofd',
    what: '400 blocks within each other',
    outcome: NO_FORM,
    make: () =>
      ofdOf([{ objects: TEXT + repeated(400, '<ofd:PageBlock>') + TEXT + repeated(400, '</ofd:PageBlock>') }]),
  },
  {
    name: 'blocks-nested-100000.ofd',
    what: '100,000 blocks within each other',
    outcome: failed('damaged'),
    make: () => ofdOf([{ objects: repeated(100_000, '<ofd:PageBlock>') + repeated(100_000, '</ofd:PageBlock>') }]),
  },
  {
    name: 'billion-laughs.ofd',
    what: 'entities that grow to a billion characters, on the only page',
    outcome: failed('damaged'),
    make: async () =>
      edited(ofdOf([{ objects: '<ofd:X>&a9;</ofd:X>' }]), { 'Content.xml': withDoctype(BILLION_LAUGHS) }),
  },
  {
    name: 'path-of-50000.ofd',
    what: 'a path of 50,000 lines',
    outcome: NO_FORM,
    make: () =>
      ofdOf([
        {
          objects: `${TEXT}<ofd:PathObject Boundary="0 0 200 200" Stroke="true"><ofd:AbbreviatedData>M 0 0 ${Array.from({ length: 50_000 }, (_, at) => `L ${at % 200} ${(at >> 1) % 200}`).join(' ')}</ofd:AbbreviatedData></ofd:PathObject>`,
        },
      ]),
  },
];
