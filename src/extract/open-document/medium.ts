import type { Medium } from '../medium/medium.js';

/** Texts and workbooks of OpenDocument (ISO/IEC 26300), as LibreOffice and WPS write them. */
export const openDocumentFile: Medium = {
  recognises: ({ zip }) =>
    zip?.find('content.xml') !== undefined &&
    (zip.find('mimetype') !== undefined || zip.find('META-INF/manifest.xml') !== undefined),
  async open(file) {
    const { openOpenDocument } = await import('./open-open-document.js');
    return openOpenDocument(file);
  },
};
