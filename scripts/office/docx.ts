import { zipOf, type Packed } from './zip.js';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface DocxParts {
  /** What the document's relations hold beside it, by their ids: `{ rId5: ['image', 'media/1.png'] }`. */
  readonly relations?: Readonly<Record<string, readonly [string, string]>>;
  readonly files?: readonly Packed[];
}

/** A Word document with this body, in WordprocessingML. */
export function docxOf(body: string, { relations = {}, files = [] }: DocxParts = {}): Buffer {
  const related = Object.entries(relations).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  const relationsXml = (inside: string) => `${XML}<Relationships xmlns="${RELATIONS}">${inside}</Relationships>`;
  const main = `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`;
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  return zipOf([
    { name: '[Content_Types].xml', bytes: XML + types },
    { name: '_rels/.rels', bytes: relationsXml(main) },
    { name: 'word/document.xml', bytes: `${XML}<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>` },
    { name: 'word/_rels/document.xml.rels', bytes: relationsXml(related.join('')) },
    ...files,
  ]);
}

export const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A paragraph; each `\n` is a line break in it. `properties`: those of its run. */
export const paragraph = (text: string, properties = '') =>
  `<w:p><w:r><w:rPr>${properties}</w:rPr>${text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>')}</w:r></w:p>`;

/** A cell of paragraphs, or of anything else that stands in a cell. */
export const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;

export const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;

export const table = (...rows: readonly string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
