import type { Medium } from '../medium/medium.js';

/** Workbooks of Excel and WPS: .xlsx, .xlsm, .xlsb, .xls, .et. */
export const spreadsheet: Medium = {
  recognises: ({ zip, oleStreams }) =>
    (zip?.entries.some(({ name }) => /^\/?xl\//i.test(name)) ?? false) ||
    (oleStreams !== null && (oleStreams.has('Workbook') || oleStreams.has('Book'))),
  async open(file) {
    const { openWorkbook } = await import('./open-workbook.js');
    return openWorkbook(file);
  },
};
