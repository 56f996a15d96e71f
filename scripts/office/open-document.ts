import { zipOf } from './zip.js';

const NAMES = ['office', 'style', 'text', 'table', 'draw', 'fo']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/** An OpenDocument text or workbook: its automatic styles, and what stands in its body. */
export function openDocumentOf(kind: 'text' | 'spreadsheet', body: string, styles = ''): Buffer {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMES} xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`;
  return zipOf([
    { name: 'mimetype', bytes: `application/vnd.oasis.opendocument.${kind}`, lies: { method: 0 } },
    { name: 'content.xml', bytes: content },
    { name: 'META-INF/manifest.xml', bytes: '<manifest/>' },
  ]);
}
