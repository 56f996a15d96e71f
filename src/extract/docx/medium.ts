import type { Medium } from '../medium/medium.js';

/** Word documents (ECMA-376, Office Open XML), also those of WPS and LibreOffice. */
export const docx: Medium = {
  recognises: ({ zip }) => zip?.entries.some(({ name }) => /^\/?word\//i.test(name)) ?? false,
  async open(file) {
    const { openDocx } = await import('./open-docx.js');
    return openDocx(file);
  },
};
