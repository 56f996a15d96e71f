import { escaped } from './docx.js';
import { zipOf, type Packed } from './zip.js';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const NAME_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** What a page shows, in millimetres from its upper left corner. */
export interface OfdPageParts {
  /** `objects`: what a layer of the page holds. */
  readonly objects: string;
  readonly template?: string;
  readonly box?: string;
}

export interface OfdParts {
  readonly templates?: Readonly<Record<string, string>>;
  readonly resources?: string;
  readonly files?: readonly Packed[];
}

/** An OFD document of these pages (GB/T 33190-2016). */
export function ofdOf(
  pages: readonly OfdPageParts[],
  { templates = {}, resources, files = [] }: OfdParts = {},
): Buffer {
  const listed = pages.map((_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="Pages/Page_${index}/Content.xml"/>`);
  const templated = Object.keys(templates).map((id) => `<ofd:TemplatePage ID="${id}" BaseLoc="Tpls/${id}.xml"/>`);
  const resource = resources === undefined ? '' : '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>';
  return zipOf([
    {
      name: 'OFD.xml',
      bytes: `${XML}<ofd:OFD ${NAME_SPACE} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    },
    {
      name: 'Doc_0/Document.xml',
      bytes: `${XML}<ofd:Document ${NAME_SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${resource}${templated.join('')}</ofd:CommonData><ofd:Pages>${listed.join('')}</ofd:Pages></ofd:Document>`,
    },
    ...(resources === undefined
      ? []
      : [
          { name: 'Doc_0/DocumentRes.xml', bytes: `${XML}<ofd:Res ${NAME_SPACE} BaseLoc="Res">${resources}</ofd:Res>` },
        ]),
    ...Object.entries(templates).map(([id, objects]) => ({
      name: `Doc_0/Tpls/${id}.xml`,
      bytes: pageXml({ objects }),
    })),
    ...pages.map((page, index) => ({ name: `Doc_0/Pages/Page_${index}/Content.xml`, bytes: pageXml(page) })),
    ...files,
  ]);
}

function pageXml({ objects, template, box }: OfdPageParts): string {
  const area = box === undefined ? '' : `<ofd:Area><ofd:PhysicalBox>${box}</ofd:PhysicalBox></ofd:Area>`;
  const behind = template === undefined ? '' : `<ofd:Template TemplateID="${template}" ZOrder="Background"/>`;
  return `${XML}<ofd:Page ${NAME_SPACE}>${area}${behind}<ofd:Content><ofd:Layer ID="1">${objects}</ofd:Layer></ofd:Content></ofd:Page>`;
}

/** A line of text: its baseline begins at `x`, `y`, its characters are an em wide. `attributes`: of the object. */
export function ofdText(text: string, [x, y]: readonly [number, number], size: number, attributes = ''): string {
  const steps = Array.from(text).slice(1);
  const delta = steps.length === 0 ? '' : ` DeltaX="g ${steps.length} ${size}"`;
  return `<ofd:TextObject Boundary="${x} ${y - size} ${text.length * size} ${size}" Size="${size}" ${attributes}><ofd:TextCode X="0" Y="${size}"${delta}>${escaped(text)}</ofd:TextCode></ofd:TextObject>`;
}

/** A stroke from one point to another. */
export const ofdRule = (x0: number, y0: number, x1: number, y1: number, attributes = '') =>
  `<ofd:PathObject Boundary="${x0} ${y0} ${x1 - x0 + 0.25} ${y1 - y0 + 0.25}" LineWidth="0.25" ${attributes}><ofd:AbbreviatedData>M 0 0 L ${x1 - x0} ${y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>`;
